// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `CustomFieldCheckbox`.
    public struct CustomFieldCheckbox: Equatable, Sendable {
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

        /// `id`.
        public var id: String

        /// `metadata`.
        public var metadata: JSONMap<JSONValue>

        /// `slug`.
        public var slug: String

        /// `name`.
        public var name: String

        /// `organization_id`.
        public var organizationID: String

        /// `properties`.
        public var properties: Polar.CustomFieldCheckboxProperties

        /// `type`: always `checkbox`.
        public var type: String { "checkbox" }

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.CustomFieldCheckbox: JSONCodable {
    private static let fields: FieldNames = ["created_at", "modified_at", "id", "metadata", "type", "slug", "name", "organization_id", "properties"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var createdAt: Timestamp?
        var modifiedAt: Timestamp?
        var id: String?
        var metadata: JSONMap<JSONValue>?
        var slug: String?
        var name: String?
        var organizationID: String?
        var properties: Polar.CustomFieldCheckboxProperties?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: createdAt = try Timestamp(from: &reader, json)
            case 1: modifiedAt = try Timestamp?(from: &reader, json)
            case 2: id = try String(from: &reader, json)
            case 3: metadata = try JSONMap<JSONValue>(from: &reader, json)
            case 5: slug = try String(from: &reader, json)
            case 6: name = try String(from: &reader, json)
            case 7: organizationID = try String(from: &reader, json)
            case 8: properties = try Polar.CustomFieldCheckboxProperties(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            exactCreatedAt: try cursor.require(createdAt, "created_at"),
            exactModifiedAt: modifiedAt,
            id: try cursor.require(id, "id"),
            metadata: try cursor.require(metadata, "metadata"),
            slug: try cursor.require(slug, "slug"),
            name: try cursor.require(name, "name"),
            organizationID: try cursor.require(organizationID, "organization_id"),
            properties: try cursor.require(properties, "properties"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("created_at", exactCreatedAt)
        writer.member("modified_at", exactModifiedAt)
        writer.member("id", id)
        writer.member("metadata", metadata)
        writer.member("type", type)
        writer.member("slug", slug)
        writer.member("name", name)
        writer.member("organization_id", organizationID)
        writer.member("properties", properties)
        writer.endObject()
    }
}
