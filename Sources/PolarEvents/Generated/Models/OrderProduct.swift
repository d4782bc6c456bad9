// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `OrderProduct`.
    public struct OrderProduct: Equatable, Sendable {
        /// `metadata`.
        public var metadata: JSONMap<JSONValue>

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

        /// `trial_interval`.
        public var trialInterval: Polar.TrialInterval?

        /// `trial_interval_count`.
        public var trialIntervalCount: Int?

        /// `name`.
        public var name: String

        /// `description`.
        public var description: String?

        /// `visibility`.
        public var visibility: Polar.ProductVisibility

        /// `recurring_interval`.
        public var recurringInterval: Polar.RecurringInterval?

        /// `recurring_interval_count`.
        public var recurringIntervalCount: Int?

        /// `meter_interval`.
        public var meterInterval: Polar.RecurringInterval?

        /// `meter_interval_count`.
        public var meterIntervalCount: Int?

        /// `is_recurring`.
        public var isRecurring: Bool

        /// `is_archived`.
        public var isArchived: Bool

        /// `organization_id`.
        public var organizationID: String

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.OrderProduct: JSONCodable {
    private static let fields: FieldNames = ["metadata", "id", "created_at", "modified_at", "trial_interval", "trial_interval_count", "name", "description", "visibility", "recurring_interval", "recurring_interval_count", "meter_interval", "meter_interval_count", "is_recurring", "is_archived", "organization_id"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var metadata: JSONMap<JSONValue>?
        var id: String?
        var createdAt: Timestamp?
        var modifiedAt: Timestamp?
        var trialInterval: Polar.TrialInterval?
        var trialIntervalCount: Int?
        var name: String?
        var description: String?
        var visibility: Polar.ProductVisibility?
        var recurringInterval: Polar.RecurringInterval?
        var recurringIntervalCount: Int?
        var meterInterval: Polar.RecurringInterval?
        var meterIntervalCount: Int?
        var isRecurring: Bool?
        var isArchived: Bool?
        var organizationID: String?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: metadata = try JSONMap<JSONValue>(from: &reader, json)
            case 1: id = try String(from: &reader, json)
            case 2: createdAt = try Timestamp(from: &reader, json)
            case 3: modifiedAt = try Timestamp?(from: &reader, json)
            case 4: trialInterval = try Polar.TrialInterval?(from: &reader, json)
            case 5: trialIntervalCount = try Int?(from: &reader, json)
            case 6: name = try String(from: &reader, json)
            case 7: description = try String?(from: &reader, json)
            case 8: visibility = try Polar.ProductVisibility(from: &reader, json)
            case 9: recurringInterval = try Polar.RecurringInterval?(from: &reader, json)
            case 10: recurringIntervalCount = try Int?(from: &reader, json)
            case 11: meterInterval = try Polar.RecurringInterval?(from: &reader, json)
            case 12: meterIntervalCount = try Int?(from: &reader, json)
            case 13: isRecurring = try Bool(from: &reader, json)
            case 14: isArchived = try Bool(from: &reader, json)
            case 15: organizationID = try String(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            metadata: try cursor.require(metadata, "metadata"),
            id: try cursor.require(id, "id"),
            exactCreatedAt: try cursor.require(createdAt, "created_at"),
            exactModifiedAt: modifiedAt,
            trialInterval: trialInterval,
            trialIntervalCount: trialIntervalCount,
            name: try cursor.require(name, "name"),
            description: description,
            visibility: try cursor.require(visibility, "visibility"),
            recurringInterval: recurringInterval,
            recurringIntervalCount: recurringIntervalCount,
            meterInterval: meterInterval,
            meterIntervalCount: meterIntervalCount,
            isRecurring: try cursor.require(isRecurring, "is_recurring"),
            isArchived: try cursor.require(isArchived, "is_archived"),
            organizationID: try cursor.require(organizationID, "organization_id"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("metadata", metadata)
        writer.member("id", id)
        writer.member("created_at", exactCreatedAt)
        writer.member("modified_at", exactModifiedAt)
        writer.member("trial_interval", trialInterval)
        writer.member("trial_interval_count", trialIntervalCount)
        writer.member("name", name)
        writer.member("description", description)
        writer.member("visibility", visibility)
        writer.member("recurring_interval", recurringInterval)
        writer.member("recurring_interval_count", recurringIntervalCount)
        writer.member("meter_interval", meterInterval)
        writer.member("meter_interval_count", meterIntervalCount)
        writer.member("is_recurring", isRecurring)
        writer.member("is_archived", isArchived)
        writer.member("organization_id", organizationID)
        writer.endObject()
    }
}
