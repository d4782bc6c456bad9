// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `Subscription`.
    public struct Subscription: Equatable, Sendable {
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

        /// `amount`, in the smallest unit of ``currency``.
        public var amount: Int

        /// `currency`.
        public var currency: String

        /// `recurring_interval`.
        public var recurringInterval: Polar.RecurringInterval

        /// `recurring_interval_count`.
        public var recurringIntervalCount: Int

        /// `status`.
        public var status: Polar.SubscriptionStatus

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

        /// `current_meter_period_start`.
        public var currentMeterPeriodStart: Date? {
            get { exactCurrentMeterPeriodStart?.date }
            set { exactCurrentMeterPeriodStart = newValue.map(Timestamp.init) }
        }

        private var exactCurrentMeterPeriodStart: Timestamp?

        /// `current_meter_period_end`.
        public var currentMeterPeriodEnd: Date? {
            get { exactCurrentMeterPeriodEnd?.date }
            set { exactCurrentMeterPeriodEnd = newValue.map(Timestamp.init) }
        }

        private var exactCurrentMeterPeriodEnd: Timestamp?

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

        /// `ended_at`.
        public var endedAt: Date? {
            get { exactEndedAt?.date }
            set { exactEndedAt = newValue.map(Timestamp.init) }
        }

        private var exactEndedAt: Timestamp?

        /// `pause_at_period_end`.
        public var pauseAtPeriodEnd: Bool

        /// `paused_at`.
        public var pausedAt: Date? {
            get { exactPausedAt?.date }
            set { exactPausedAt = newValue.map(Timestamp.init) }
        }

        private var exactPausedAt: Timestamp?

        /// `resumes_at`.
        public var resumesAt: Date? {
            get { exactResumesAt?.date }
            set { exactResumesAt = newValue.map(Timestamp.init) }
        }

        private var exactResumesAt: Timestamp?

        /// `customer_id`.
        public var customerID: String

        /// `product_id`.
        public var productID: String

        /// `discount_id`.
        public var discountID: String?

        /// `checkout_id`.
        public var checkoutID: String?

        /// `customer_cancellation_reason`.
        public var customerCancellationReason: Polar.CustomerCancellationReason?

        /// `customer_cancellation_comment`.
        public var customerCancellationComment: String?

        /// `metadata`.
        public var metadata: JSONMap<JSONValue>

        /// `customer`.
        public var customer: Polar.SubscriptionCustomer

        /// `product`.
        public var product: Polar.Product

        /// `discount`.
        public var discount: Polar.DiscountBase?

        /// `prices`.
        public var prices: [Polar.ProductPrice]

        /// `meters`.
        public var meters: [Polar.SubscriptionMeter]

        /// `pending_update`.
        public var pendingUpdate: Polar.PendingSubscriptionUpdate?

        /// `custom_field_data`.
        public var customFieldData: JSONMap<JSONValue>?

        /// `past_due_at`.
        public var pastDueAt: Date? {
            get { exactPastDueAt?.date }
            set { exactPastDueAt = newValue.map(Timestamp.init) }
        }

        private var exactPastDueAt: Timestamp?

        /// `seats`.
        public var seats: Int?

        /// `units`. Not in payloads of 2026-08.
        public var units: Int?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.Subscription: JSONCodable {
    private static let fields: FieldNames = ["created_at", "modified_at", "id", "amount", "currency", "recurring_interval", "recurring_interval_count", "status", "current_period_start", "current_period_end", "current_meter_period_start", "current_meter_period_end", "trial_start", "trial_end", "cancel_at_period_end", "canceled_at", "started_at", "ends_at", "ended_at", "pause_at_period_end", "paused_at", "resumes_at", "customer_id", "product_id", "discount_id", "checkout_id", "customer_cancellation_reason", "customer_cancellation_comment", "metadata", "customer", "product", "discount", "prices", "meters", "pending_update", "custom_field_data", "past_due_at", "seats", "units"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var createdAt: Timestamp?
        var modifiedAt: Timestamp?
        var id: String?
        var amount: Int?
        var currency: String?
        var recurringInterval: Polar.RecurringInterval?
        var recurringIntervalCount: Int?
        var status: Polar.SubscriptionStatus?
        var currentPeriodStart: Timestamp?
        var currentPeriodEnd: Timestamp?
        var currentMeterPeriodStart: Timestamp?
        var currentMeterPeriodEnd: Timestamp?
        var trialStart: Timestamp?
        var trialEnd: Timestamp?
        var cancelAtPeriodEnd: Bool?
        var canceledAt: Timestamp?
        var startedAt: Timestamp?
        var endsAt: Timestamp?
        var endedAt: Timestamp?
        var pauseAtPeriodEnd: Bool?
        var pausedAt: Timestamp?
        var resumesAt: Timestamp?
        var customerID: String?
        var productID: String?
        var discountID: String?
        var checkoutID: String?
        var customerCancellationReason: Polar.CustomerCancellationReason?
        var customerCancellationComment: String?
        var metadata: JSONMap<JSONValue>?
        var customer: Polar.SubscriptionCustomer?
        var product: Polar.Product?
        var discount: Polar.DiscountBase?
        var prices: [Polar.ProductPrice]?
        var meters: [Polar.SubscriptionMeter]?
        var pendingUpdate: Polar.PendingSubscriptionUpdate?
        var customFieldData: JSONMap<JSONValue>?
        var pastDueAt: Timestamp?
        var seats: Int?
        var units: Int?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: createdAt = try Timestamp(from: &reader, json)
            case 1: modifiedAt = try Timestamp?(from: &reader, json)
            case 2: id = try String(from: &reader, json)
            case 3: amount = try Int(from: &reader, json)
            case 4: currency = try String(from: &reader, json)
            case 5: recurringInterval = try Polar.RecurringInterval(from: &reader, json)
            case 6: recurringIntervalCount = try Int(from: &reader, json)
            case 7: status = try Polar.SubscriptionStatus(from: &reader, json)
            case 8: currentPeriodStart = try Timestamp(from: &reader, json)
            case 9: currentPeriodEnd = try Timestamp(from: &reader, json)
            case 10: currentMeterPeriodStart = try Timestamp?(from: &reader, json)
            case 11: currentMeterPeriodEnd = try Timestamp?(from: &reader, json)
            case 12: trialStart = try Timestamp?(from: &reader, json)
            case 13: trialEnd = try Timestamp?(from: &reader, json)
            case 14: cancelAtPeriodEnd = try Bool(from: &reader, json)
            case 15: canceledAt = try Timestamp?(from: &reader, json)
            case 16: startedAt = try Timestamp?(from: &reader, json)
            case 17: endsAt = try Timestamp?(from: &reader, json)
            case 18: endedAt = try Timestamp?(from: &reader, json)
            case 19: pauseAtPeriodEnd = try Bool(from: &reader, json)
            case 20: pausedAt = try Timestamp?(from: &reader, json)
            case 21: resumesAt = try Timestamp?(from: &reader, json)
            case 22: customerID = try String(from: &reader, json)
            case 23: productID = try String(from: &reader, json)
            case 24: discountID = try String?(from: &reader, json)
            case 25: checkoutID = try String?(from: &reader, json)
            case 26: customerCancellationReason = try Polar.CustomerCancellationReason?(from: &reader, json)
            case 27: customerCancellationComment = try String?(from: &reader, json)
            case 28: metadata = try JSONMap<JSONValue>(from: &reader, json)
            case 29: customer = try Polar.SubscriptionCustomer(from: &reader, json)
            case 30: product = try Polar.Product(from: &reader, json)
            case 31: discount = try Polar.DiscountBase?(from: &reader, json)
            case 32: prices = try [Polar.ProductPrice](from: &reader, json)
            case 33: meters = try [Polar.SubscriptionMeter](from: &reader, json)
            case 34: pendingUpdate = try Polar.PendingSubscriptionUpdate?(from: &reader, json)
            case 35: customFieldData = try JSONMap<JSONValue>?(from: &reader, json)
            case 36: pastDueAt = try Timestamp?(from: &reader, json)
            case 37: seats = try Int?(from: &reader, json)
            case 38: units = try Int?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            exactCreatedAt: try cursor.require(createdAt, "created_at"),
            exactModifiedAt: modifiedAt,
            id: try cursor.require(id, "id"),
            amount: try cursor.require(amount, "amount"),
            currency: try cursor.require(currency, "currency"),
            recurringInterval: try cursor.require(recurringInterval, "recurring_interval"),
            recurringIntervalCount: try cursor.require(recurringIntervalCount, "recurring_interval_count"),
            status: try cursor.require(status, "status"),
            exactCurrentPeriodStart: try cursor.require(currentPeriodStart, "current_period_start"),
            exactCurrentPeriodEnd: try cursor.require(currentPeriodEnd, "current_period_end"),
            exactCurrentMeterPeriodStart: currentMeterPeriodStart,
            exactCurrentMeterPeriodEnd: currentMeterPeriodEnd,
            exactTrialStart: trialStart,
            exactTrialEnd: trialEnd,
            cancelAtPeriodEnd: try cursor.require(cancelAtPeriodEnd, "cancel_at_period_end"),
            exactCanceledAt: canceledAt,
            exactStartedAt: startedAt,
            exactEndsAt: endsAt,
            exactEndedAt: endedAt,
            pauseAtPeriodEnd: try cursor.require(pauseAtPeriodEnd, "pause_at_period_end"),
            exactPausedAt: pausedAt,
            exactResumesAt: resumesAt,
            customerID: try cursor.require(customerID, "customer_id"),
            productID: try cursor.require(productID, "product_id"),
            discountID: discountID,
            checkoutID: checkoutID,
            customerCancellationReason: customerCancellationReason,
            customerCancellationComment: customerCancellationComment,
            metadata: try cursor.require(metadata, "metadata"),
            customer: try cursor.require(customer, "customer"),
            product: try cursor.require(product, "product"),
            discount: discount,
            prices: try cursor.require(prices, "prices"),
            meters: try cursor.require(meters, "meters"),
            pendingUpdate: pendingUpdate,
            customFieldData: customFieldData,
            exactPastDueAt: pastDueAt,
            seats: seats,
            units: units,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("created_at", exactCreatedAt)
        writer.member("modified_at", exactModifiedAt)
        writer.member("id", id)
        writer.member("amount", amount)
        writer.member("currency", currency)
        writer.member("recurring_interval", recurringInterval)
        writer.member("recurring_interval_count", recurringIntervalCount)
        writer.member("status", status)
        writer.member("current_period_start", exactCurrentPeriodStart)
        writer.member("current_period_end", exactCurrentPeriodEnd)
        writer.member("current_meter_period_start", exactCurrentMeterPeriodStart)
        writer.member("current_meter_period_end", exactCurrentMeterPeriodEnd)
        writer.member("trial_start", exactTrialStart)
        writer.member("trial_end", exactTrialEnd)
        writer.member("cancel_at_period_end", cancelAtPeriodEnd)
        writer.member("canceled_at", exactCanceledAt)
        writer.member("started_at", exactStartedAt)
        writer.member("ends_at", exactEndsAt)
        writer.member("ended_at", exactEndedAt)
        writer.member("pause_at_period_end", pauseAtPeriodEnd)
        writer.member("paused_at", exactPausedAt)
        writer.member("resumes_at", exactResumesAt)
        writer.member("customer_id", customerID)
        writer.member("product_id", productID)
        writer.member("discount_id", discountID)
        writer.member("checkout_id", checkoutID)
        writer.member("customer_cancellation_reason", customerCancellationReason)
        writer.member("customer_cancellation_comment", customerCancellationComment)
        writer.member("metadata", metadata)
        writer.member("customer", customer)
        writer.member("product", product)
        writer.member("discount", discount)
        writer.member("prices", prices)
        writer.member("meters", meters)
        writer.member("pending_update", pendingUpdate)
        writer.memberIfPresent("custom_field_data", customFieldData)
        writer.memberIfPresent("past_due_at", exactPastDueAt)
        writer.memberIfPresent("seats", seats)
        writer.memberIfPresent("units", units)
        writer.endObject()
    }
}
