// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `OrganizationSubscriptionSettings`.
    public struct OrganizationSubscriptionSettings: Equatable, Sendable {
        /// `allow_multiple_subscriptions`.
        public var allowMultipleSubscriptions: Bool

        /// `proration_behavior`.
        public var prorationBehavior: Polar.SubscriptionProrationBehavior

        /// `benefit_revocation_grace_period`.
        public var benefitRevocationGracePeriod: Int

        /// `prevent_trial_abuse`.
        public var preventTrialAbuse: Bool

        /// `allow_customer_updates`.
        public var allowCustomerUpdates: Bool

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.OrganizationSubscriptionSettings: JSONCodable {
    private static let fields: FieldNames = ["allow_multiple_subscriptions", "proration_behavior", "benefit_revocation_grace_period", "prevent_trial_abuse", "allow_customer_updates"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var allowMultipleSubscriptions: Bool?
        var prorationBehavior: Polar.SubscriptionProrationBehavior?
        var benefitRevocationGracePeriod: Int?
        var preventTrialAbuse: Bool?
        var allowCustomerUpdates: Bool?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: allowMultipleSubscriptions = try Bool(from: &reader, json)
            case 1: prorationBehavior = try Polar.SubscriptionProrationBehavior(from: &reader, json)
            case 2: benefitRevocationGracePeriod = try Int(from: &reader, json)
            case 3: preventTrialAbuse = try Bool(from: &reader, json)
            case 4: allowCustomerUpdates = try Bool(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            allowMultipleSubscriptions: try cursor.require(allowMultipleSubscriptions, "allow_multiple_subscriptions"),
            prorationBehavior: try cursor.require(prorationBehavior, "proration_behavior"),
            benefitRevocationGracePeriod: try cursor.require(benefitRevocationGracePeriod, "benefit_revocation_grace_period"),
            preventTrialAbuse: try cursor.require(preventTrialAbuse, "prevent_trial_abuse"),
            allowCustomerUpdates: try cursor.require(allowCustomerUpdates, "allow_customer_updates"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("allow_multiple_subscriptions", allowMultipleSubscriptions)
        writer.member("proration_behavior", prorationBehavior)
        writer.member("benefit_revocation_grace_period", benefitRevocationGracePeriod)
        writer.member("prevent_trial_abuse", preventTrialAbuse)
        writer.member("allow_customer_updates", allowCustomerUpdates)
        writer.endObject()
    }
}
