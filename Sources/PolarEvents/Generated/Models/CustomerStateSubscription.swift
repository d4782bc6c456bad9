// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `CustomerStateSubscription`.
    public struct CustomerStateSubscription: Equatable, Sendable {
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

        /// `metadata`.
        public var metadata: JSONMap<JSONValue>

        /// `status`.
        public var status: Polar.CustomerStateSubscriptionStatus

        /// `amount`, in the smallest unit of ``currency``.
        public var amount: Int

        /// `currency`.
        public var currency: String

        /// `recurring_interval`.
        public var recurringInterval: Polar.RecurringInterval

        /// `current_period_start`.
        public var currentPeriodStart: Date {
            get { exactCurrentPeriodStart.date }
            set { exactCurrentPeriodStart = Timestamp(newValue) }
        }

        private var exactCurrentPeriodStart: Timestamp

        /// `current_period_end`.
        public var currentPeriodEnd: Date {
            get { exactCurrentPeriodEnd.date }
            set { exactCurrentPeriodEnd = Timestamp(newValue) }
        }

        private var exactCurrentPeriodEnd: Timestamp

        /// `trial_start`.
        public var trialStart: Date? {
            get { exactTrialStart?.date }
            set { exactTrialStart = newValue.map(Timestamp.init) }
        }

        private var exactTrialStart: Timestamp?

        /// `trial_end`.
        public var trialEnd: Date? {
            get { exactTrialEnd?.date }
            set { exactTrialEnd = newValue.map(Timestamp.init) }
        }

        private var exactTrialEnd: Timestamp?

        /// `cancel_at_period_end`.
        public var cancelAtPeriodEnd: Bool

        /// `canceled_at`.
        public var canceledAt: Date? {
            get { exactCanceledAt?.date }
            set { exactCanceledAt = newValue.map(Timestamp.init) }
        }

        private var exactCanceledAt: Timestamp?

        /// `started_at`.
        public var startedAt: Date? {
            get { exactStartedAt?.date }
            set { exactStartedAt = newValue.map(Timestamp.init) }
        }

        private var exactStartedAt: Timestamp?

        /// `ends_at`.
        public var endsAt: Date? {
            get { exactEndsAt?.date }
            set { exactEndsAt = newValue.map(Timestamp.init) }
        }

        private var exactEndsAt: Timestamp?

        /// `product_id`.
        public var productID: String

        /// `discount_id`.
        public var discountID: String?

        /// `meters`.
        public var meters: [Polar.CustomerStateSubscriptionMeter]

        /// `custom_field_data`.
        public var customFieldData: JSONMap<JSONValue>?

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
        var createdAt: Timestamp?
        var modifiedAt: Timestamp?
        var metadata: JSONMap<JSONValue>?
        var status: Polar.CustomerStateSubscriptionStatus?
        var amount: Int?
        var currency: String?
        var recurringInterval: Polar.RecurringInterval?
        var currentPeriodStart: Timestamp?
        var currentPeriodEnd: Timestamp?
        var trialStart: Timestamp?
        var trialEnd: Timestamp?
        var cancelAtPeriodEnd: Bool?
        var canceledAt: Timestamp?
        var startedAt: Timestamp?
        var endsAt: Timestamp?
        var productID: String?
        var discountID: String?
        var meters: [Polar.CustomerStateSubscriptionMeter]?
        var customFieldData: JSONMap<JSONValue>?
        var seats: Int?
        var units: Int?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: id = try String(from: &reader, json)
            case 1: createdAt = try Timestamp(from: &reader, json)
            case 2: modifiedAt = try Timestamp?(from: &reader, json)
            case 3: metadata = try JSONMap<JSONValue>(from: &reader, json)
            case 4: status = try Polar.CustomerStateSubscriptionStatus(from: &reader, json)
            case 5: amount = try Int(from: &reader, json)
            case 6: currency = try String(from: &reader, json)
            case 7: recurringInterval = try Polar.RecurringInterval(from: &reader, json)
            case 8: currentPeriodStart = try Timestamp(from: &reader, json)
            case 9: currentPeriodEnd = try Timestamp(from: &reader, json)
            case 10: trialStart = try Timestamp?(from: &reader, json)
            case 11: trialEnd = try Timestamp?(from: &reader, json)
            case 12: cancelAtPeriodEnd = try Bool(from: &reader, json)
            case 13: canceledAt = try Timestamp?(from: &reader, json)
            case 14: startedAt = try Timestamp?(from: &reader, json)
            case 15: endsAt = try Timestamp?(from: &reader, json)
            case 16: productID = try String(from: &reader, json)
            case 17: discountID = try String?(from: &reader, json)
            case 18: meters = try [Polar.CustomerStateSubscriptionMeter](from: &reader, json)
            case 19: customFieldData = try JSONMap<JSONValue>?(from: &reader, json)
            case 20: seats = try Int?(from: &reader, json)
            case 21: units = try Int?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            id: try cursor.require(id, "id"),
            exactCreatedAt: try cursor.require(createdAt, "created_at"),
            exactModifiedAt: modifiedAt,
            metadata: try cursor.require(metadata, "metadata"),
            status: try cursor.require(status, "status"),
            amount: try cursor.require(amount, "amount"),
            currency: try cursor.require(currency, "currency"),
            recurringInterval: try cursor.require(recurringInterval, "recurring_interval"),
            exactCurrentPeriodStart: try cursor.require(currentPeriodStart, "current_period_start"),
            exactCurrentPeriodEnd: try cursor.require(currentPeriodEnd, "current_period_end"),
            exactTrialStart: trialStart,
            exactTrialEnd: trialEnd,
            cancelAtPeriodEnd: try cursor.require(cancelAtPeriodEnd, "cancel_at_period_end"),
            exactCanceledAt: canceledAt,
            exactStartedAt: startedAt,
            exactEndsAt: endsAt,
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
        writer.member("created_at", exactCreatedAt)
        writer.member("modified_at", exactModifiedAt)
        writer.member("metadata", metadata)
        writer.member("status", status)
        writer.member("amount", amount)
        writer.member("currency", currency)
        writer.member("recurring_interval", recurringInterval)
        writer.member("current_period_start", exactCurrentPeriodStart)
        writer.member("current_period_end", exactCurrentPeriodEnd)
        writer.member("trial_start", exactTrialStart)
        writer.member("trial_end", exactTrialEnd)
        writer.member("cancel_at_period_end", cancelAtPeriodEnd)
        writer.member("canceled_at", exactCanceledAt)
        writer.member("started_at", exactStartedAt)
        writer.member("ends_at", exactEndsAt)
        writer.member("product_id", productID)
        writer.member("discount_id", discountID)
        writer.member("meters", meters)
        writer.memberIfPresent("custom_field_data", customFieldData)
        writer.memberIfPresent("seats", seats)
        writer.memberIfPresent("units", units)
        writer.endObject()
    }
}
