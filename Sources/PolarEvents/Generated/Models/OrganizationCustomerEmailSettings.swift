// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `OrganizationCustomerEmailSettings`.
    public struct OrganizationCustomerEmailSettings: Equatable, Sendable {
        /// `order_confirmation`.
        public var orderConfirmation: Bool

        /// `payment_method_expiration_reminder`.
        public var paymentMethodExpirationReminder: Bool

        /// `subscription_cancellation`.
        public var subscriptionCancellation: Bool

        /// `subscription_confirmation`.
        public var subscriptionConfirmation: Bool

        /// `subscription_cycled`.
        public var subscriptionCycled: Bool

        /// `subscription_cycled_after_trial`.
        public var subscriptionCycledAfterTrial: Bool

        /// `subscription_past_due`.
        public var subscriptionPastDue: Bool

        /// `subscription_paused`.
        public var subscriptionPaused: Bool

        /// `subscription_resumed`.
        public var subscriptionResumed: Bool

        /// `subscription_renewal_reminder`.
        public var subscriptionRenewalReminder: Bool

        /// `subscription_revoked`.
        public var subscriptionRevoked: Bool

        /// `subscription_trial_conversion_reminder`.
        public var subscriptionTrialConversionReminder: Bool

        /// `subscription_uncanceled`.
        public var subscriptionUncanceled: Bool

        /// `subscription_updated`.
        public var subscriptionUpdated: Bool

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.OrganizationCustomerEmailSettings: JSONCodable {
    private static let fields: FieldNames = ["order_confirmation", "payment_method_expiration_reminder", "subscription_cancellation", "subscription_confirmation", "subscription_cycled", "subscription_cycled_after_trial", "subscription_past_due", "subscription_paused", "subscription_resumed", "subscription_renewal_reminder", "subscription_revoked", "subscription_trial_conversion_reminder", "subscription_uncanceled", "subscription_updated"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var orderConfirmation: Bool?
        var paymentMethodExpirationReminder: Bool?
        var subscriptionCancellation: Bool?
        var subscriptionConfirmation: Bool?
        var subscriptionCycled: Bool?
        var subscriptionCycledAfterTrial: Bool?
        var subscriptionPastDue: Bool?
        var subscriptionPaused: Bool?
        var subscriptionResumed: Bool?
        var subscriptionRenewalReminder: Bool?
        var subscriptionRevoked: Bool?
        var subscriptionTrialConversionReminder: Bool?
        var subscriptionUncanceled: Bool?
        var subscriptionUpdated: Bool?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: orderConfirmation = try Bool(from: &reader, json)
            case 1: paymentMethodExpirationReminder = try Bool(from: &reader, json)
            case 2: subscriptionCancellation = try Bool(from: &reader, json)
            case 3: subscriptionConfirmation = try Bool(from: &reader, json)
            case 4: subscriptionCycled = try Bool(from: &reader, json)
            case 5: subscriptionCycledAfterTrial = try Bool(from: &reader, json)
            case 6: subscriptionPastDue = try Bool(from: &reader, json)
            case 7: subscriptionPaused = try Bool(from: &reader, json)
            case 8: subscriptionResumed = try Bool(from: &reader, json)
            case 9: subscriptionRenewalReminder = try Bool(from: &reader, json)
            case 10: subscriptionRevoked = try Bool(from: &reader, json)
            case 11: subscriptionTrialConversionReminder = try Bool(from: &reader, json)
            case 12: subscriptionUncanceled = try Bool(from: &reader, json)
            case 13: subscriptionUpdated = try Bool(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            orderConfirmation: try cursor.require(orderConfirmation, "order_confirmation"),
            paymentMethodExpirationReminder: try cursor.require(paymentMethodExpirationReminder, "payment_method_expiration_reminder"),
            subscriptionCancellation: try cursor.require(subscriptionCancellation, "subscription_cancellation"),
            subscriptionConfirmation: try cursor.require(subscriptionConfirmation, "subscription_confirmation"),
            subscriptionCycled: try cursor.require(subscriptionCycled, "subscription_cycled"),
            subscriptionCycledAfterTrial: try cursor.require(subscriptionCycledAfterTrial, "subscription_cycled_after_trial"),
            subscriptionPastDue: try cursor.require(subscriptionPastDue, "subscription_past_due"),
            subscriptionPaused: try cursor.require(subscriptionPaused, "subscription_paused"),
            subscriptionResumed: try cursor.require(subscriptionResumed, "subscription_resumed"),
            subscriptionRenewalReminder: try cursor.require(subscriptionRenewalReminder, "subscription_renewal_reminder"),
            subscriptionRevoked: try cursor.require(subscriptionRevoked, "subscription_revoked"),
            subscriptionTrialConversionReminder: try cursor.require(subscriptionTrialConversionReminder, "subscription_trial_conversion_reminder"),
            subscriptionUncanceled: try cursor.require(subscriptionUncanceled, "subscription_uncanceled"),
            subscriptionUpdated: try cursor.require(subscriptionUpdated, "subscription_updated"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("order_confirmation", orderConfirmation)
        writer.member("payment_method_expiration_reminder", paymentMethodExpirationReminder)
        writer.member("subscription_cancellation", subscriptionCancellation)
        writer.member("subscription_confirmation", subscriptionConfirmation)
        writer.member("subscription_cycled", subscriptionCycled)
        writer.member("subscription_cycled_after_trial", subscriptionCycledAfterTrial)
        writer.member("subscription_past_due", subscriptionPastDue)
        writer.member("subscription_paused", subscriptionPaused)
        writer.member("subscription_resumed", subscriptionResumed)
        writer.member("subscription_renewal_reminder", subscriptionRenewalReminder)
        writer.member("subscription_revoked", subscriptionRevoked)
        writer.member("subscription_trial_conversion_reminder", subscriptionTrialConversionReminder)
        writer.member("subscription_uncanceled", subscriptionUncanceled)
        writer.member("subscription_updated", subscriptionUpdated)
        writer.endObject()
    }
}
