// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `Subscription`.
    public struct Subscription: Equatable, Sendable {
        /// `created_at`.
        public var createdAt: Date

        /// `modified_at`.
        public var modifiedAt: Date?

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
        public var currentPeriodStart: Date

        /// `current_period_end`.
        public var currentPeriodEnd: Date

        /// `current_meter_period_start`.
        public var currentMeterPeriodStart: Date?

        /// `current_meter_period_end`.
        public var currentMeterPeriodEnd: Date?

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

        /// `ended_at`.
        public var endedAt: Date?

        /// `pause_at_period_end`.
        public var pauseAtPeriodEnd: Bool

        /// `paused_at`.
        public var pausedAt: Date?

        /// `resumes_at`.
        public var resumesAt: Date?

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
        public var metadata: [String: JSONValue]

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
        public var customFieldData: [String: JSONValue]?

        /// `past_due_at`.
        public var pastDueAt: Date?

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
        var createdAt: Date?
        var modifiedAt: Date?
        var id: String?
        var amount: Int?
        var currency: String?
        var recurringInterval: Polar.RecurringInterval?
        var recurringIntervalCount: Int?
        var status: Polar.SubscriptionStatus?
        var currentPeriodStart: Date?
        var currentPeriodEnd: Date?
        var currentMeterPeriodStart: Date?
        var currentMeterPeriodEnd: Date?
        var trialStart: Date?
        var trialEnd: Date?
        var cancelAtPeriodEnd: Bool?
        var canceledAt: Date?
        var startedAt: Date?
        var endsAt: Date?
        var endedAt: Date?
        var pauseAtPeriodEnd: Bool?
        var pausedAt: Date?
        var resumesAt: Date?
        var customerID: String?
        var productID: String?
        var discountID: String?
        var checkoutID: String?
        var customerCancellationReason: Polar.CustomerCancellationReason?
        var customerCancellationComment: String?
        var metadata: [String: JSONValue]?
        var customer: Polar.SubscriptionCustomer?
        var product: Polar.Product?
        var discount: Polar.DiscountBase?
        var prices: [Polar.ProductPrice]?
        var meters: [Polar.SubscriptionMeter]?
        var pendingUpdate: Polar.PendingSubscriptionUpdate?
        var customFieldData: [String: JSONValue]?
        var pastDueAt: Date?
        var seats: Int?
        var units: Int?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: createdAt = try Date(from: &reader, json)
            case 1: modifiedAt = try Date?(from: &reader, json)
            case 2: id = try String(from: &reader, json)
            case 3: amount = try Int(from: &reader, json)
            case 4: currency = try String(from: &reader, json)
            case 5: recurringInterval = try Polar.RecurringInterval(from: &reader, json)
            case 6: recurringIntervalCount = try Int(from: &reader, json)
            case 7: status = try Polar.SubscriptionStatus(from: &reader, json)
            case 8: currentPeriodStart = try Date(from: &reader, json)
            case 9: currentPeriodEnd = try Date(from: &reader, json)
            case 10: currentMeterPeriodStart = try Date?(from: &reader, json)
            case 11: currentMeterPeriodEnd = try Date?(from: &reader, json)
            case 12: trialStart = try Date?(from: &reader, json)
            case 13: trialEnd = try Date?(from: &reader, json)
            case 14: cancelAtPeriodEnd = try Bool(from: &reader, json)
            case 15: canceledAt = try Date?(from: &reader, json)
            case 16: startedAt = try Date?(from: &reader, json)
            case 17: endsAt = try Date?(from: &reader, json)
            case 18: endedAt = try Date?(from: &reader, json)
            case 19: pauseAtPeriodEnd = try Bool(from: &reader, json)
            case 20: pausedAt = try Date?(from: &reader, json)
            case 21: resumesAt = try Date?(from: &reader, json)
            case 22: customerID = try String(from: &reader, json)
            case 23: productID = try String(from: &reader, json)
            case 24: discountID = try String?(from: &reader, json)
            case 25: checkoutID = try String?(from: &reader, json)
            case 26: customerCancellationReason = try Polar.CustomerCancellationReason?(from: &reader, json)
            case 27: customerCancellationComment = try String?(from: &reader, json)
            case 28: metadata = try [String: JSONValue](from: &reader, json)
            case 29: customer = try Polar.SubscriptionCustomer(from: &reader, json)
            case 30: product = try Polar.Product(from: &reader, json)
            case 31: discount = try Polar.DiscountBase?(from: &reader, json)
            case 32: prices = try [Polar.ProductPrice](from: &reader, json)
            case 33: meters = try [Polar.SubscriptionMeter](from: &reader, json)
            case 34: pendingUpdate = try Polar.PendingSubscriptionUpdate?(from: &reader, json)
            case 35: customFieldData = try [String: JSONValue]?(from: &reader, json)
            case 36: pastDueAt = try Date?(from: &reader, json)
            case 37: seats = try Int?(from: &reader, json)
            case 38: units = try Int?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            createdAt: try cursor.require(createdAt, "created_at"),
            modifiedAt: modifiedAt,
            id: try cursor.require(id, "id"),
            amount: try cursor.require(amount, "amount"),
            currency: try cursor.require(currency, "currency"),
            recurringInterval: try cursor.require(recurringInterval, "recurring_interval"),
            recurringIntervalCount: try cursor.require(recurringIntervalCount, "recurring_interval_count"),
            status: try cursor.require(status, "status"),
            currentPeriodStart: try cursor.require(currentPeriodStart, "current_period_start"),
            currentPeriodEnd: try cursor.require(currentPeriodEnd, "current_period_end"),
            currentMeterPeriodStart: currentMeterPeriodStart,
            currentMeterPeriodEnd: currentMeterPeriodEnd,
            trialStart: trialStart,
            trialEnd: trialEnd,
            cancelAtPeriodEnd: try cursor.require(cancelAtPeriodEnd, "cancel_at_period_end"),
            canceledAt: canceledAt,
            startedAt: startedAt,
            endsAt: endsAt,
            endedAt: endedAt,
            pauseAtPeriodEnd: try cursor.require(pauseAtPeriodEnd, "pause_at_period_end"),
            pausedAt: pausedAt,
            resumesAt: resumesAt,
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
            pastDueAt: pastDueAt,
            seats: seats,
            units: units,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("created_at", createdAt)
        writer.member("modified_at", modifiedAt)
        writer.member("id", id)
        writer.member("amount", amount)
        writer.member("currency", currency)
        writer.member("recurring_interval", recurringInterval)
        writer.member("recurring_interval_count", recurringIntervalCount)
        writer.member("status", status)
        writer.member("current_period_start", currentPeriodStart)
        writer.member("current_period_end", currentPeriodEnd)
        writer.member("current_meter_period_start", currentMeterPeriodStart)
        writer.member("current_meter_period_end", currentMeterPeriodEnd)
        writer.member("trial_start", trialStart)
        writer.member("trial_end", trialEnd)
        writer.member("cancel_at_period_end", cancelAtPeriodEnd)
        writer.member("canceled_at", canceledAt)
        writer.member("started_at", startedAt)
        writer.member("ends_at", endsAt)
        writer.member("ended_at", endedAt)
        writer.member("pause_at_period_end", pauseAtPeriodEnd)
        writer.member("paused_at", pausedAt)
        writer.member("resumes_at", resumesAt)
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
        writer.memberIfPresent("past_due_at", pastDueAt)
        writer.memberIfPresent("seats", seats)
        writer.memberIfPresent("units", units)
        writer.endObject()
    }
}
