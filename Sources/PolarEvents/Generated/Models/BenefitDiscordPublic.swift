// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `BenefitDiscordPublic`.
    public struct BenefitDiscordPublic: Equatable, Sendable {
        /// `id`.
        public var id: String

        /// `created_at`.
        public var createdAt: Date {
            get { exactCreatedAt.date }
            set { exactCreatedAt = Timestamp(newValue) }
        }

        private var exactCreatedAt: Timestamp

        /// `modified_at`.
        public var modifiedAt: Date? {
            get { exactModifiedAt?.date }
            set { exactModifiedAt = newValue.map(Timestamp.init) }
        }

        private var exactModifiedAt: Timestamp?

        /// `description`.
        public var description: String

        /// `selectable`.
        public var selectable: Bool

        /// `deletable`.
        public var deletable: Bool

        /// `is_deleted`.
        public var isDeleted: Bool

        /// `organization_id`.
        public var organizationID: String

        /// `type`: always `discord`.
        public var type: String { "discord" }

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.BenefitDiscordPublic: JSONCodable {
    private static let fields: FieldNames = ["id", "created_at", "modified_at", "type", "description", "selectable", "deletable", "is_deleted", "organization_id"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var id: String?
        var createdAt: Timestamp?
        var modifiedAt: Timestamp?
        var description: String?
        var selectable: Bool?
        var deletable: Bool?
        var isDeleted: Bool?
        var organizationID: String?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: id = try String(from: &reader, json)
            case 1: createdAt = try Timestamp(from: &reader, json)
            case 2: modifiedAt = try Timestamp?(from: &reader, json)
            case 4: description = try String(from: &reader, json)
            case 5: selectable = try Bool(from: &reader, json)
            case 6: deletable = try Bool(from: &reader, json)
            case 7: isDeleted = try Bool(from: &reader, json)
            case 8: organizationID = try String(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            id: try cursor.require(id, "id"),
            exactCreatedAt: try cursor.require(createdAt, "created_at"),
            exactModifiedAt: modifiedAt,
            description: try cursor.require(description, "description"),
            selectable: try cursor.require(selectable, "selectable"),
            deletable: try cursor.require(deletable, "deletable"),
            isDeleted: try cursor.require(isDeleted, "is_deleted"),
            organizationID: try cursor.require(organizationID, "organization_id"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("id", id)
        writer.member("created_at", exactCreatedAt)
        writer.member("modified_at", exactModifiedAt)
        writer.member("type", type)
        writer.member("description", description)
        writer.member("selectable", selectable)
        writer.member("deletable", deletable)
        writer.member("is_deleted", isDeleted)
        writer.member("organization_id", organizationID)
        writer.endObject()
    }
}
