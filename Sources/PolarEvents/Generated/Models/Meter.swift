// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `Meter`.
    public struct Meter: Equatable, Sendable {
        /// `metadata`.
        public var metadata: JSONMap<JSONValue>

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

        /// `name`.
        public var name: String

        /// `unit`.
        public var unit: Polar.MeterUnit

        /// `filter`.
        public var filter: Polar.Filter

        /// `aggregation`.
        public var aggregation: Polar.MeterAggregation

        /// `organization_id`.
        public var organizationID: String

        /// `archived_at`.
        public var archivedAt: Date? {
            get { exactArchivedAt?.date }
            set { exactArchivedAt = newValue.map(Timestamp.init) }
        }

        private var exactArchivedAt: Timestamp?

        /// `custom_label`.
        public var customLabel: String?

        /// `custom_multiplier`.
        public var customMultiplier: Int?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.Meter: JSONCodable {
    private static let fields: FieldNames = ["metadata", "created_at", "modified_at", "id", "name", "unit", "filter", "aggregation", "organization_id", "archived_at", "custom_label", "custom_multiplier"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var metadata: JSONMap<JSONValue>?
        var createdAt: Timestamp?
        var modifiedAt: Timestamp?
        var id: String?
        var name: String?
        var unit: Polar.MeterUnit?
        var filter: Polar.Filter?
        var aggregation: Polar.MeterAggregation?
        var organizationID: String?
        var archivedAt: Timestamp?
        var customLabel: String?
        var customMultiplier: Int?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: metadata = try JSONMap<JSONValue>(from: &reader, json)
            case 1: createdAt = try Timestamp(from: &reader, json)
            case 2: modifiedAt = try Timestamp?(from: &reader, json)
            case 3: id = try String(from: &reader, json)
            case 4: name = try String(from: &reader, json)
            case 5: unit = try Polar.MeterUnit(from: &reader, json)
            case 6: filter = try Polar.Filter(from: &reader, json)
            case 7: aggregation = try Polar.MeterAggregation(from: &reader, json)
            case 8: organizationID = try String(from: &reader, json)
            case 9: archivedAt = try Timestamp?(from: &reader, json)
            case 10: customLabel = try String?(from: &reader, json)
            case 11: customMultiplier = try Int?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            metadata: try cursor.require(metadata, "metadata"),
            exactCreatedAt: try cursor.require(createdAt, "created_at"),
            exactModifiedAt: modifiedAt,
            id: try cursor.require(id, "id"),
            name: try cursor.require(name, "name"),
            unit: try cursor.require(unit, "unit"),
            filter: try cursor.require(filter, "filter"),
            aggregation: try cursor.require(aggregation, "aggregation"),
            organizationID: try cursor.require(organizationID, "organization_id"),
            exactArchivedAt: archivedAt,
            customLabel: customLabel,
            customMultiplier: customMultiplier,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("metadata", metadata)
        writer.member("created_at", exactCreatedAt)
        writer.member("modified_at", exactModifiedAt)
        writer.member("id", id)
        writer.member("name", name)
        writer.member("unit", unit)
        writer.member("filter", filter)
        writer.member("aggregation", aggregation)
        writer.member("organization_id", organizationID)
        writer.memberIfPresent("archived_at", exactArchivedAt)
        writer.memberIfPresent("custom_label", customLabel)
        writer.memberIfPresent("custom_multiplier", customMultiplier)
        writer.endObject()
    }
}
