// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `Organization`.
    public struct Organization: Equatable, Sendable {
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

        /// `slug`.
        public var slug: String

        /// `avatar_url`.
        public var avatarURL: String?

        /// `proration_behavior`.
        public var prorationBehavior: Polar.SubscriptionProrationBehavior

        /// `allow_customer_updates`.
        public var allowCustomerUpdates: Bool

        /// `email`.
        public var email: String?

        /// `website`.
        public var website: String?

        /// `socials`.
        public var socials: [Polar.OrganizationSocialLink]

        /// `status`.
        public var status: Polar.OrganizationStatus

        /// `details_submitted_at`.
        public var detailsSubmittedAt: Date? {
            get { exactDetailsSubmittedAt?.date }
            set { exactDetailsSubmittedAt = newValue.map(Timestamp.init) }
        }

        private var exactDetailsSubmittedAt: Timestamp?

        /// `onboarding_resubmission_requested_at`.
        public var onboardingResubmissionRequestedAt: Date? {
            get { exactOnboardingResubmissionRequestedAt?.date }
            set { exactOnboardingResubmissionRequestedAt = newValue.map(Timestamp.init) }
        }

        private var exactOnboardingResubmissionRequestedAt: Timestamp?

        /// `sso_enforced`.
        public var ssoEnforced: Bool

        /// `default_presentment_currency`.
        public var defaultPresentmentCurrency: String

        /// `default_tax_behavior`.
        public var defaultTaxBehavior: Polar.TaxBehaviorOption

        /// `feature_settings`.
        public var featureSettings: Polar.OrganizationFeatureSettings?

        /// `subscription_settings`.
        public var subscriptionSettings: Polar.OrganizationSubscriptionSettings

        /// `customer_email_settings`.
        public var customerEmailSettings: Polar.OrganizationCustomerEmailSettings

        /// `customer_portal_settings`.
        public var customerPortalSettings: Polar.OrganizationCustomerPortalSettings

        /// `dispute_settings`.
        public var disputeSettings: Polar.OrganizationDisputeSettings

        /// `embed_hosts`.
        public var embedHosts: [String]

        /// `embed_hosts_enforced`. Not in payloads of 2026-11 and 2027-01.
        public var embedHostsEnforced: Bool?

        /// `account_id`.
        public var accountID: String?

        /// `payout_account_id`.
        public var payoutAccountID: String?

        /// `capabilities`.
        public var capabilities: Polar.OrganizationCapabilities

        /// `country`.
        public var country: String?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.Organization: JSONCodable {
    private static let fields: FieldNames = ["created_at", "modified_at", "id", "name", "slug", "avatar_url", "proration_behavior", "allow_customer_updates", "email", "website", "socials", "status", "details_submitted_at", "onboarding_resubmission_requested_at", "sso_enforced", "default_presentment_currency", "default_tax_behavior", "feature_settings", "subscription_settings", "customer_email_settings", "customer_portal_settings", "dispute_settings", "embed_hosts", "embed_hosts_enforced", "account_id", "payout_account_id", "capabilities", "country"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var createdAt: Timestamp?
        var modifiedAt: Timestamp?
        var id: String?
        var name: String?
        var slug: String?
        var avatarURL: String?
        var prorationBehavior: Polar.SubscriptionProrationBehavior?
        var allowCustomerUpdates: Bool?
        var email: String?
        var website: String?
        var socials: [Polar.OrganizationSocialLink]?
        var status: Polar.OrganizationStatus?
        var detailsSubmittedAt: Timestamp?
        var onboardingResubmissionRequestedAt: Timestamp?
        var ssoEnforced: Bool?
        var defaultPresentmentCurrency: String?
        var defaultTaxBehavior: Polar.TaxBehaviorOption?
        var featureSettings: Polar.OrganizationFeatureSettings?
        var subscriptionSettings: Polar.OrganizationSubscriptionSettings?
        var customerEmailSettings: Polar.OrganizationCustomerEmailSettings?
        var customerPortalSettings: Polar.OrganizationCustomerPortalSettings?
        var disputeSettings: Polar.OrganizationDisputeSettings?
        var embedHosts: [String]?
        var embedHostsEnforced: Bool?
        var accountID: String?
        var payoutAccountID: String?
        var capabilities: Polar.OrganizationCapabilities?
        var country: String?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: createdAt = try Timestamp(from: &reader, json)
            case 1: modifiedAt = try Timestamp?(from: &reader, json)
            case 2: id = try String(from: &reader, json)
            case 3: name = try String(from: &reader, json)
            case 4: slug = try String(from: &reader, json)
            case 5: avatarURL = try String?(from: &reader, json)
            case 6: prorationBehavior = try Polar.SubscriptionProrationBehavior(from: &reader, json)
            case 7: allowCustomerUpdates = try Bool(from: &reader, json)
            case 8: email = try String?(from: &reader, json)
            case 9: website = try String?(from: &reader, json)
            case 10: socials = try [Polar.OrganizationSocialLink](from: &reader, json)
            case 11: status = try Polar.OrganizationStatus(from: &reader, json)
            case 12: detailsSubmittedAt = try Timestamp?(from: &reader, json)
            case 13: onboardingResubmissionRequestedAt = try Timestamp?(from: &reader, json)
            case 14: ssoEnforced = try Bool(from: &reader, json)
            case 15: defaultPresentmentCurrency = try String(from: &reader, json)
            case 16: defaultTaxBehavior = try Polar.TaxBehaviorOption(from: &reader, json)
            case 17: featureSettings = try Polar.OrganizationFeatureSettings?(from: &reader, json)
            case 18: subscriptionSettings = try Polar.OrganizationSubscriptionSettings(from: &reader, json)
            case 19: customerEmailSettings = try Polar.OrganizationCustomerEmailSettings(from: &reader, json)
            case 20: customerPortalSettings = try Polar.OrganizationCustomerPortalSettings(from: &reader, json)
            case 21: disputeSettings = try Polar.OrganizationDisputeSettings(from: &reader, json)
            case 22: embedHosts = try [String](from: &reader, json)
            case 23: embedHostsEnforced = try Bool?(from: &reader, json)
            case 24: accountID = try String?(from: &reader, json)
            case 25: payoutAccountID = try String?(from: &reader, json)
            case 26: capabilities = try Polar.OrganizationCapabilities(from: &reader, json)
            case 27: country = try String?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            exactCreatedAt: try cursor.require(createdAt, "created_at"),
            exactModifiedAt: modifiedAt,
            id: try cursor.require(id, "id"),
            name: try cursor.require(name, "name"),
            slug: try cursor.require(slug, "slug"),
            avatarURL: avatarURL,
            prorationBehavior: try cursor.require(prorationBehavior, "proration_behavior"),
            allowCustomerUpdates: try cursor.require(allowCustomerUpdates, "allow_customer_updates"),
            email: email,
            website: website,
            socials: try cursor.require(socials, "socials"),
            status: try cursor.require(status, "status"),
            exactDetailsSubmittedAt: detailsSubmittedAt,
            exactOnboardingResubmissionRequestedAt: onboardingResubmissionRequestedAt,
            ssoEnforced: try cursor.require(ssoEnforced, "sso_enforced"),
            defaultPresentmentCurrency: try cursor.require(defaultPresentmentCurrency, "default_presentment_currency"),
            defaultTaxBehavior: try cursor.require(defaultTaxBehavior, "default_tax_behavior"),
            featureSettings: featureSettings,
            subscriptionSettings: try cursor.require(subscriptionSettings, "subscription_settings"),
            customerEmailSettings: try cursor.require(customerEmailSettings, "customer_email_settings"),
            customerPortalSettings: try cursor.require(customerPortalSettings, "customer_portal_settings"),
            disputeSettings: try cursor.require(disputeSettings, "dispute_settings"),
            embedHosts: try cursor.require(embedHosts, "embed_hosts"),
            embedHostsEnforced: embedHostsEnforced,
            accountID: accountID,
            payoutAccountID: payoutAccountID,
            capabilities: try cursor.require(capabilities, "capabilities"),
            country: country,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("created_at", exactCreatedAt)
        writer.member("modified_at", exactModifiedAt)
        writer.member("id", id)
        writer.member("name", name)
        writer.member("slug", slug)
        writer.member("avatar_url", avatarURL)
        writer.member("proration_behavior", prorationBehavior)
        writer.member("allow_customer_updates", allowCustomerUpdates)
        writer.member("email", email)
        writer.member("website", website)
        writer.member("socials", socials)
        writer.member("status", status)
        writer.member("details_submitted_at", exactDetailsSubmittedAt)
        writer.member("onboarding_resubmission_requested_at", exactOnboardingResubmissionRequestedAt)
        writer.member("sso_enforced", ssoEnforced)
        writer.member("default_presentment_currency", defaultPresentmentCurrency)
        writer.member("default_tax_behavior", defaultTaxBehavior)
        writer.member("feature_settings", featureSettings)
        writer.member("subscription_settings", subscriptionSettings)
        writer.member("customer_email_settings", customerEmailSettings)
        writer.member("customer_portal_settings", customerPortalSettings)
        writer.member("dispute_settings", disputeSettings)
        writer.member("embed_hosts", embedHosts)
        writer.memberIfPresent("embed_hosts_enforced", embedHostsEnforced)
        writer.member("account_id", accountID)
        writer.member("payout_account_id", payoutAccountID)
        writer.member("capabilities", capabilities)
        writer.memberIfPresent("country", country)
        writer.endObject()
    }
}
