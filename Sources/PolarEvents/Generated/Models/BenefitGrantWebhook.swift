// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `BenefitGrantWebhook`: one of several kinds of object.
    @nonexhaustive public enum BenefitGrantWebhook: Equatable, Sendable, JSONCodable {
        /// `benefit.type` is `discord`.
        case discord(Polar.BenefitGrantDiscordWebhook)

        /// `benefit.type` is `custom`.
        case custom(Polar.BenefitGrantCustomWebhook)

        /// `benefit.type` is `github_repository`.
        case githubRepository(Polar.BenefitGrantGitHubRepositoryWebhook)

        /// `benefit.type` is `downloadables`.
        case downloadables(Polar.BenefitGrantDownloadablesWebhook)

        /// `benefit.type` is `license_keys`.
        case licenseKeys(Polar.BenefitGrantLicenseKeysWebhook)

        /// `benefit.type` is `meter_credit`.
        case meterCredit(Polar.BenefitGrantMeterCreditWebhook)

        /// `benefit.type` is `feature_flag`.
        case featureFlag(Polar.BenefitGrantFeatureFlagWebhook)

        /// `benefit.type` is `slack_shared_channel`.
        case slackSharedChannel(Polar.BenefitGrantSlackSharedChannelWebhook)

        /// A kind this version does not know, exactly as received.
        case unknown(JSONValue)

        /// `created_at`, which all kinds have.
        public var createdAt: Date? {
            switch self {
            case .discord(let value): value.createdAt
            case .custom(let value): value.createdAt
            case .githubRepository(let value): value.createdAt
            case .downloadables(let value): value.createdAt
            case .licenseKeys(let value): value.createdAt
            case .meterCredit(let value): value.createdAt
            case .featureFlag(let value): value.createdAt
            case .slackSharedChannel(let value): value.createdAt
            case .unknown: nil
            }
        }

        /// `modified_at`, which all kinds have.
        public var modifiedAt: Date? {
            switch self {
            case .discord(let value): value.modifiedAt
            case .custom(let value): value.modifiedAt
            case .githubRepository(let value): value.modifiedAt
            case .downloadables(let value): value.modifiedAt
            case .licenseKeys(let value): value.modifiedAt
            case .meterCredit(let value): value.modifiedAt
            case .featureFlag(let value): value.modifiedAt
            case .slackSharedChannel(let value): value.modifiedAt
            case .unknown: nil
            }
        }

        /// `id`, which all kinds have.
        public var id: String? {
            switch self {
            case .discord(let value): value.id
            case .custom(let value): value.id
            case .githubRepository(let value): value.id
            case .downloadables(let value): value.id
            case .licenseKeys(let value): value.id
            case .meterCredit(let value): value.id
            case .featureFlag(let value): value.id
            case .slackSharedChannel(let value): value.id
            case .unknown(let json): json["id"]?.text
            }
        }

        /// `is_granted`, which all kinds have.
        public var isGranted: Bool? {
            switch self {
            case .discord(let value): value.isGranted
            case .custom(let value): value.isGranted
            case .githubRepository(let value): value.isGranted
            case .downloadables(let value): value.isGranted
            case .licenseKeys(let value): value.isGranted
            case .meterCredit(let value): value.isGranted
            case .featureFlag(let value): value.isGranted
            case .slackSharedChannel(let value): value.isGranted
            case .unknown: nil
            }
        }

        /// `is_revoked`, which all kinds have.
        public var isRevoked: Bool? {
            switch self {
            case .discord(let value): value.isRevoked
            case .custom(let value): value.isRevoked
            case .githubRepository(let value): value.isRevoked
            case .downloadables(let value): value.isRevoked
            case .licenseKeys(let value): value.isRevoked
            case .meterCredit(let value): value.isRevoked
            case .featureFlag(let value): value.isRevoked
            case .slackSharedChannel(let value): value.isRevoked
            case .unknown: nil
            }
        }

        /// `subscription_id`, which all kinds have.
        public var subscriptionID: String? {
            switch self {
            case .discord(let value): value.subscriptionID
            case .custom(let value): value.subscriptionID
            case .githubRepository(let value): value.subscriptionID
            case .downloadables(let value): value.subscriptionID
            case .licenseKeys(let value): value.subscriptionID
            case .meterCredit(let value): value.subscriptionID
            case .featureFlag(let value): value.subscriptionID
            case .slackSharedChannel(let value): value.subscriptionID
            case .unknown(let json): json["subscription_id"]?.text
            }
        }

        /// `order_id`, which all kinds have.
        public var orderID: String? {
            switch self {
            case .discord(let value): value.orderID
            case .custom(let value): value.orderID
            case .githubRepository(let value): value.orderID
            case .downloadables(let value): value.orderID
            case .licenseKeys(let value): value.orderID
            case .meterCredit(let value): value.orderID
            case .featureFlag(let value): value.orderID
            case .slackSharedChannel(let value): value.orderID
            case .unknown(let json): json["order_id"]?.text
            }
        }

        /// `customer_id`, which all kinds have.
        public var customerID: String? {
            switch self {
            case .discord(let value): value.customerID
            case .custom(let value): value.customerID
            case .githubRepository(let value): value.customerID
            case .downloadables(let value): value.customerID
            case .licenseKeys(let value): value.customerID
            case .meterCredit(let value): value.customerID
            case .featureFlag(let value): value.customerID
            case .slackSharedChannel(let value): value.customerID
            case .unknown(let json): json["customer_id"]?.text
            }
        }

        /// `benefit_id`, which all kinds have.
        public var benefitID: String? {
            switch self {
            case .discord(let value): value.benefitID
            case .custom(let value): value.benefitID
            case .githubRepository(let value): value.benefitID
            case .downloadables(let value): value.benefitID
            case .licenseKeys(let value): value.benefitID
            case .meterCredit(let value): value.benefitID
            case .featureFlag(let value): value.benefitID
            case .slackSharedChannel(let value): value.benefitID
            case .unknown(let json): json["benefit_id"]?.text
            }
        }

        /// `customer`, which all kinds have.
        public var customer: Polar.Customer? {
            switch self {
            case .discord(let value): value.customer
            case .custom(let value): value.customer
            case .githubRepository(let value): value.customer
            case .downloadables(let value): value.customer
            case .licenseKeys(let value): value.customer
            case .meterCredit(let value): value.customer
            case .featureFlag(let value): value.customer
            case .slackSharedChannel(let value): value.customer
            case .unknown: nil
            }
        }

        /// `error`, which all kinds have.
        public var error: Polar.BenefitGrantError? {
            switch self {
            case .discord(let value): value.error
            case .custom(let value): value.error
            case .githubRepository(let value): value.error
            case .downloadables(let value): value.error
            case .licenseKeys(let value): value.error
            case .meterCredit(let value): value.error
            case .featureFlag(let value): value.error
            case .slackSharedChannel(let value): value.error
            case .unknown: nil
            }
        }

        /// `granted_at`, which all kinds have.
        public var grantedAt: Date? {
            switch self {
            case .discord(let value): value.grantedAt
            case .custom(let value): value.grantedAt
            case .githubRepository(let value): value.grantedAt
            case .downloadables(let value): value.grantedAt
            case .licenseKeys(let value): value.grantedAt
            case .meterCredit(let value): value.grantedAt
            case .featureFlag(let value): value.grantedAt
            case .slackSharedChannel(let value): value.grantedAt
            case .unknown: nil
            }
        }

        /// `member`, which all kinds have.
        public var member: Polar.Member? {
            switch self {
            case .discord(let value): value.member
            case .custom(let value): value.member
            case .githubRepository(let value): value.member
            case .downloadables(let value): value.member
            case .licenseKeys(let value): value.member
            case .meterCredit(let value): value.member
            case .featureFlag(let value): value.member
            case .slackSharedChannel(let value): value.member
            case .unknown: nil
            }
        }

        /// `member_id`, which all kinds have.
        public var memberID: String? {
            switch self {
            case .discord(let value): value.memberID
            case .custom(let value): value.memberID
            case .githubRepository(let value): value.memberID
            case .downloadables(let value): value.memberID
            case .licenseKeys(let value): value.memberID
            case .meterCredit(let value): value.memberID
            case .featureFlag(let value): value.memberID
            case .slackSharedChannel(let value): value.memberID
            case .unknown(let json): json["member_id"]?.text
            }
        }

        /// `revoked_at`, which all kinds have.
        public var revokedAt: Date? {
            switch self {
            case .discord(let value): value.revokedAt
            case .custom(let value): value.revokedAt
            case .githubRepository(let value): value.revokedAt
            case .downloadables(let value): value.revokedAt
            case .licenseKeys(let value): value.revokedAt
            case .meterCredit(let value): value.revokedAt
            case .featureFlag(let value): value.revokedAt
            case .slackSharedChannel(let value): value.revokedAt
            case .unknown: nil
            }
        }

        init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
            let benefitType = try reader.tag("type", in: "benefit", json)
            switch benefitType {
            case "discord": self = .discord(try Polar.BenefitGrantDiscordWebhook(from: &reader, json))
            case "custom": self = .custom(try Polar.BenefitGrantCustomWebhook(from: &reader, json))
            case "github_repository": self = .githubRepository(try Polar.BenefitGrantGitHubRepositoryWebhook(from: &reader, json))
            case "downloadables": self = .downloadables(try Polar.BenefitGrantDownloadablesWebhook(from: &reader, json))
            case "license_keys": self = .licenseKeys(try Polar.BenefitGrantLicenseKeysWebhook(from: &reader, json))
            case "meter_credit": self = .meterCredit(try Polar.BenefitGrantMeterCreditWebhook(from: &reader, json))
            case "feature_flag": self = .featureFlag(try Polar.BenefitGrantFeatureFlagWebhook(from: &reader, json))
            case "slack_shared_channel": self = .slackSharedChannel(try Polar.BenefitGrantSlackSharedChannelWebhook(from: &reader, json))
            default: self = .unknown(try JSONValue(from: &reader, json))
            }
        }

        func encode(to writer: inout JSONWriter) {
            switch self {
            case .discord(let value): value.encode(to: &writer)
            case .custom(let value): value.encode(to: &writer)
            case .githubRepository(let value): value.encode(to: &writer)
            case .downloadables(let value): value.encode(to: &writer)
            case .licenseKeys(let value): value.encode(to: &writer)
            case .meterCredit(let value): value.encode(to: &writer)
            case .featureFlag(let value): value.encode(to: &writer)
            case .slackSharedChannel(let value): value.encode(to: &writer)
            case .unknown(let value): value.encode(to: &writer)
            }
        }
    }
}
