// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `OrganizationFeatureSettings`.
    public struct OrganizationFeatureSettings: Equatable, Sendable {
        /// `checkout_localization_enabled`.
        public var checkoutLocalizationEnabled: Bool?

        /// `compass_enabled`.
        public var compassEnabled: Bool?

        /// `dispute_auto_accept_enabled`.
        public var disputeAutoAcceptEnabled: Bool?

        /// `disputes_enabled`.
        public var disputesEnabled: Bool?

        /// `issue_funding_enabled`.
        public var issueFundingEnabled: Bool?

        /// `member_model_enabled`.
        public var memberModelEnabled: Bool?

        /// `merchant_migration_enabled`.
        public var merchantMigrationEnabled: Bool?

        /// `meter_cycling_enabled`.
        public var meterCyclingEnabled: Bool?

        /// `off_session_charges_enabled`.
        public var offSessionChargesEnabled: Bool?

        /// `overview_metrics`.
        public var overviewMetrics: [String]?

        /// `preview_access_enabled`.
        public var previewAccessEnabled: Bool?

        /// `reset_proration_behavior_enabled`.
        public var resetProrationBehaviorEnabled: Bool?

        /// `seat_based_pricing_enabled`. Not in payloads of 2026-11 and 2027-01.
        public var seatBasedPricingEnabled: Bool?

        /// `slack_benefit_enabled`.
        public var slackBenefitEnabled: Bool?

        /// `sso_enabled`.
        public var ssoEnabled: Bool?

        /// `wallets_enabled`.
        public var walletsEnabled: Bool?

        /// `frame_ancestors_enforced`. Not in payloads of 2026-08.
        public var frameAncestorsEnforced: Bool?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.OrganizationFeatureSettings: JSONCodable {
    private static let fields: FieldNames = ["checkout_localization_enabled", "compass_enabled", "dispute_auto_accept_enabled", "disputes_enabled", "issue_funding_enabled", "member_model_enabled", "merchant_migration_enabled", "meter_cycling_enabled", "off_session_charges_enabled", "overview_metrics", "preview_access_enabled", "reset_proration_behavior_enabled", "seat_based_pricing_enabled", "slack_benefit_enabled", "sso_enabled", "wallets_enabled", "frame_ancestors_enforced"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var checkoutLocalizationEnabled: Bool?
        var compassEnabled: Bool?
        var disputeAutoAcceptEnabled: Bool?
        var disputesEnabled: Bool?
        var issueFundingEnabled: Bool?
        var memberModelEnabled: Bool?
        var merchantMigrationEnabled: Bool?
        var meterCyclingEnabled: Bool?
        var offSessionChargesEnabled: Bool?
        var overviewMetrics: [String]?
        var previewAccessEnabled: Bool?
        var resetProrationBehaviorEnabled: Bool?
        var seatBasedPricingEnabled: Bool?
        var slackBenefitEnabled: Bool?
        var ssoEnabled: Bool?
        var walletsEnabled: Bool?
        var frameAncestorsEnforced: Bool?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: checkoutLocalizationEnabled = try Bool?(from: &reader, json)
            case 1: compassEnabled = try Bool?(from: &reader, json)
            case 2: disputeAutoAcceptEnabled = try Bool?(from: &reader, json)
            case 3: disputesEnabled = try Bool?(from: &reader, json)
            case 4: issueFundingEnabled = try Bool?(from: &reader, json)
            case 5: memberModelEnabled = try Bool?(from: &reader, json)
            case 6: merchantMigrationEnabled = try Bool?(from: &reader, json)
            case 7: meterCyclingEnabled = try Bool?(from: &reader, json)
            case 8: offSessionChargesEnabled = try Bool?(from: &reader, json)
            case 9: overviewMetrics = try [String]?(from: &reader, json)
            case 10: previewAccessEnabled = try Bool?(from: &reader, json)
            case 11: resetProrationBehaviorEnabled = try Bool?(from: &reader, json)
            case 12: seatBasedPricingEnabled = try Bool?(from: &reader, json)
            case 13: slackBenefitEnabled = try Bool?(from: &reader, json)
            case 14: ssoEnabled = try Bool?(from: &reader, json)
            case 15: walletsEnabled = try Bool?(from: &reader, json)
            case 16: frameAncestorsEnforced = try Bool?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            checkoutLocalizationEnabled: checkoutLocalizationEnabled,
            compassEnabled: compassEnabled,
            disputeAutoAcceptEnabled: disputeAutoAcceptEnabled,
            disputesEnabled: disputesEnabled,
            issueFundingEnabled: issueFundingEnabled,
            memberModelEnabled: memberModelEnabled,
            merchantMigrationEnabled: merchantMigrationEnabled,
            meterCyclingEnabled: meterCyclingEnabled,
            offSessionChargesEnabled: offSessionChargesEnabled,
            overviewMetrics: overviewMetrics,
            previewAccessEnabled: previewAccessEnabled,
            resetProrationBehaviorEnabled: resetProrationBehaviorEnabled,
            seatBasedPricingEnabled: seatBasedPricingEnabled,
            slackBenefitEnabled: slackBenefitEnabled,
            ssoEnabled: ssoEnabled,
            walletsEnabled: walletsEnabled,
            frameAncestorsEnforced: frameAncestorsEnforced,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.memberIfPresent("checkout_localization_enabled", checkoutLocalizationEnabled)
        writer.memberIfPresent("compass_enabled", compassEnabled)
        writer.memberIfPresent("dispute_auto_accept_enabled", disputeAutoAcceptEnabled)
        writer.memberIfPresent("disputes_enabled", disputesEnabled)
        writer.memberIfPresent("issue_funding_enabled", issueFundingEnabled)
        writer.memberIfPresent("member_model_enabled", memberModelEnabled)
        writer.memberIfPresent("merchant_migration_enabled", merchantMigrationEnabled)
        writer.memberIfPresent("meter_cycling_enabled", meterCyclingEnabled)
        writer.memberIfPresent("off_session_charges_enabled", offSessionChargesEnabled)
        writer.memberIfPresent("overview_metrics", overviewMetrics)
        writer.memberIfPresent("preview_access_enabled", previewAccessEnabled)
        writer.memberIfPresent("reset_proration_behavior_enabled", resetProrationBehaviorEnabled)
        writer.memberIfPresent("seat_based_pricing_enabled", seatBasedPricingEnabled)
        writer.memberIfPresent("slack_benefit_enabled", slackBenefitEnabled)
        writer.memberIfPresent("sso_enabled", ssoEnabled)
        writer.memberIfPresent("wallets_enabled", walletsEnabled)
        writer.memberIfPresent("frame_ancestors_enforced", frameAncestorsEnforced)
        writer.endObject()
    }
}
