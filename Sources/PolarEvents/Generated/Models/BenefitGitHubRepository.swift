// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `BenefitGitHubRepository`.
    public struct BenefitGitHubRepository: Equatable, Sendable {
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

        /// `metadata`.
        public var metadata: JSONMap<JSONValue>

        /// `visibility`.
        public var visibility: Polar.BenefitVisibility

        /// `properties`.
        public var properties: Polar.BenefitGitHubRepositoryProperties

        /// `visibility_configurable`.
        public var visibilityConfigurable: Bool

        /// `type`: always `github_repository`.
        public var type: String { "github_repository" }

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.BenefitGitHubRepository: JSONCodable {
    private static let fields: FieldNames = ["id", "created_at", "modified_at", "type", "description", "selectable", "deletable", "is_deleted", "organization_id", "metadata", "visibility", "properties", "visibility_configurable"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var id: String?
        var createdAt: Timestamp?
        var modifiedAt: Timestamp?
        var description: String?
        var selectable: Bool?
        var deletable: Bool?
        var isDeleted: Bool?
        var organizationID: String?
        var metadata: JSONMap<JSONValue>?
        var visibility: Polar.BenefitVisibility?
        var properties: Polar.BenefitGitHubRepositoryProperties?
        var visibilityConfigurable: Bool?
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
            case 9: metadata = try JSONMap<JSONValue>(from: &reader, json)
            case 10: visibility = try Polar.BenefitVisibility(from: &reader, json)
            case 11: properties = try Polar.BenefitGitHubRepositoryProperties(from: &reader, json)
            case 12: visibilityConfigurable = try Bool(from: &reader, json)
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
            metadata: try cursor.require(metadata, "metadata"),
            visibility: try cursor.require(visibility, "visibility"),
            properties: try cursor.require(properties, "properties"),
            visibilityConfigurable: try cursor.require(visibilityConfigurable, "visibility_configurable"),
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
        writer.member("metadata", metadata)
        writer.member("visibility", visibility)
        writer.member("properties", properties)
        writer.member("visibility_configurable", visibilityConfigurable)
        writer.endObject()
    }
}
