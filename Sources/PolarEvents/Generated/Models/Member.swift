// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `Member`.
    public struct Member: Equatable, Sendable {
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

        /// `customer_id`.
        public var customerID: String

        /// `email`.
        public var email: String

        /// `name`.
        public var name: String?

        /// `external_id`.
        public var externalID: String?

        /// `role`.
        public var role: Polar.MemberRole

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.Member: JSONCodable {
    private static let fields: FieldNames = ["id", "created_at", "modified_at", "customer_id", "email", "name", "external_id", "role"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var id: String?
        var createdAt: Timestamp?
        var modifiedAt: Timestamp?
        var customerID: String?
        var email: String?
        var name: String?
        var externalID: String?
        var role: Polar.MemberRole?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: id = try String(from: &reader, json)
            case 1: createdAt = try Timestamp(from: &reader, json)
            case 2: modifiedAt = try Timestamp?(from: &reader, json)
            case 3: customerID = try String(from: &reader, json)
            case 4: email = try String(from: &reader, json)
            case 5: name = try String?(from: &reader, json)
            case 6: externalID = try String?(from: &reader, json)
            case 7: role = try Polar.MemberRole(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            id: try cursor.require(id, "id"),
            exactCreatedAt: try cursor.require(createdAt, "created_at"),
            exactModifiedAt: modifiedAt,
            customerID: try cursor.require(customerID, "customer_id"),
            email: try cursor.require(email, "email"),
            name: name,
            externalID: externalID,
            role: try cursor.require(role, "role"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("id", id)
        writer.member("created_at", exactCreatedAt)
        writer.member("modified_at", exactModifiedAt)
        writer.member("customer_id", customerID)
        writer.member("email", email)
        writer.member("name", name)
        writer.member("external_id", externalID)
        writer.member("role", role)
        writer.endObject()
    }
}
