// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `CustomerStateSubscription`.
    public struct CustomerStateSubscription: Equatable, Sendable {
        /// `id`.
        public var id: String

        /// `created_at`.
        public var createdAt: Date

        /// `modified_at`.
        public var modifiedAt: Date?

        /// `metadata`.
        public var metadata: [String: JSONValue]

        /// `status`.
        public var status: Polar.CustomerStateSubscriptionStatus

        /// `amount`, in the smallest unit of ``currency``.
        public var amount: Int

        /// `currency`.
        public var currency: String

        /// `recurring_interval`.
        public var recurringInterval: Polar.RecurringInterval

        /// `current_period_start`.
        public var currentPeriodStart: Date

        /// `current_period_end`.
        public var currentPeriodEnd: Date

        /// `trial_start`.
        public var trialStart: Date?

        /// `trial_end`.
        public var trialEnd: Date?

        /// `cancel_at_period_end`.
        public var cancelAtPeriodEnd: Bool

        /// `canceled_at`.
        public var canceledAt: Date?

        /// `started_at`.
        public var startedAt: Date?

        /// `ends_at`.
        public var endsAt: Date?

        /// `product_id`.
        public var productID: String

        /// `discount_id`.
        public var discountID: String?

        /// `meters`.
        public var meters: [Polar.CustomerStateSubscriptionMeter]

        /// `custom_field_data`.
        public var customFieldData: [String: JSONValue]?

        /// `seats`. Not in payloads of 2026-08.
        public var seats: Int?

        /// `units`. Not in payloads of 2026-08.
        public var units: Int?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.CustomerStateSubscription: JSONCodable {
    private static let fields: FieldNames = ["id", "created_at", "modified_at", "metadata", "status", "amount", "currency", "recurring_interval", "current_period_start", "current_period_end", "trial_start", "trial_end", "cancel_at_period_end", "canceled_at", "started_at", "ends_at", "product_id", "discount_id", "meters", "custom_field_data", "seats", "units"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var id: String?
        var createdAt: Date?
        var modifiedAt: Date?
        var metadata: [String: JSONValue]?
        var status: Polar.CustomerStateSubscriptionStatus?
        var amount: Int?
        var currency: String?
        var recurringInterval: Polar.RecurringInterval?
        var currentPeriodStart: Date?
        var currentPeriodEnd: Date?
        var trialStart: Date?
        var trialEnd: Date?
        var cancelAtPeriodEnd: Bool?
        var canceledAt: Date?
        var startedAt: Date?
        var endsAt: Date?
        var productID: String?
        var discountID: String?
        var meters: [Polar.CustomerStateSubscriptionMeter]?
        var customFieldData: [String: JSONValue]?
        var seats: Int?
        var units: Int?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: id = try String(from: &reader, json)
            case 1: createdAt = try Date(from: &reader, json)
            case 2: modifiedAt = try Date?(from: &reader, json)
            case 3: metadata = try [String: JSONValue](from: &reader, json)
            case 4: status = try Polar.CustomerStateSubscriptionStatus(from: &reader, json)
            case 5: amount = try Int(from: &reader, json)
            case 6: currency = try String(from: &reader, json)
            case 7: recurringInterval = try Polar.RecurringInterval(from: &reader, json)
            case 8: currentPeriodStart = try Date(from: &reader, json)
            case 9: currentPeriodEnd = try Date(from: &reader, json)
            case 10: trialStart = try Date?(from: &reader, json)
            case 11: trialEnd = try Date?(from: &reader, json)
            case 12: cancelAtPeriodEnd = try Bool(from: &reader, json)
            case 13: canceledAt = try Date?(from: &reader, json)
            case 14: startedAt = try Date?(from: &reader, json)
            case 15: endsAt = try Date?(from: &reader, json)
            case 16: productID = try String(from: &reader, json)
            case 17: discountID = try String?(from: &reader, json)
            case 18: meters = try [Polar.CustomerStateSubscriptionMeter](from: &reader, json)
            case 19: customFieldData = try [String: JSONValue]?(from: &reader, json)
            case 20: seats = try Int?(from: &reader, json)
            case 21: units = try Int?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            id: try cursor.require(id, "id"),
            createdAt: try cursor.require(createdAt, "created_at"),
            modifiedAt: modifiedAt,
            metadata: try cursor.require(metadata, "metadata"),
            status: try cursor.require(status, "status"),
            amount: try cursor.require(amount, "amount"),
            currency: try cursor.require(currency, "currency"),
            recurringInterval: try cursor.require(recurringInterval, "recurring_interval"),
            currentPeriodStart: try cursor.require(currentPeriodStart, "current_period_start"),
            currentPeriodEnd: try cursor.require(currentPeriodEnd, "current_period_end"),
            trialStart: trialStart,
            trialEnd: trialEnd,
            cancelAtPeriodEnd: try cursor.require(cancelAtPeriodEnd, "cancel_at_period_end"),
            canceledAt: canceledAt,
            startedAt: startedAt,
            endsAt: endsAt,
            productID: try cursor.require(productID, "product_id"),
            discountID: discountID,
            meters: try cursor.require(meters, "meters"),
            customFieldData: customFieldData,
            seats: seats,
            units: units,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("id", id)
        writer.member("created_at", createdAt)
        writer.member("modified_at", modifiedAt)
        writer.member("metadata", metadata)
        writer.member("status", status)
        writer.member("amount", amount)
        writer.member("currency", currency)
        writer.member("recurring_interval", recurringInterval)
        writer.member("current_period_start", currentPeriodStart)
        writer.member("current_period_end", currentPeriodEnd)
        writer.member("trial_start", trialStart)
        writer.member("trial_end", trialEnd)
        writer.member("cancel_at_period_end", cancelAtPeriodEnd)
        writer.member("canceled_at", canceledAt)
        writer.member("started_at", startedAt)
        writer.member("ends_at", endsAt)
        writer.member("product_id", productID)
        writer.member("discount_id", discountID)
        writer.member("meters", meters)
        writer.memberIfPresent("custom_field_data", customFieldData)
        writer.memberIfPresent("seats", seats)
        writer.memberIfPresent("units", units)
        writer.endObject()
    }
}
