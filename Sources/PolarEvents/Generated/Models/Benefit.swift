// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `Benefit`: one of several kinds of object.
    @nonexhaustive public enum Benefit: Equatable, Sendable, JSONCodable {
        /// `type` is `custom`.
        case custom(Polar.BenefitCustom)

        /// `type` is `discord`.
        case discord(Polar.BenefitDiscord)

        /// `type` is `github_repository`.
        case githubRepository(Polar.BenefitGitHubRepository)

        /// `type` is `downloadables`.
        case downloadables(Polar.BenefitDownloadables)

        /// `type` is `license_keys`.
        case licenseKeys(Polar.BenefitLicenseKeys)

        /// `type` is `meter_credit`.
        case meterCredit(Polar.BenefitMeterCredit)

        /// `type` is `feature_flag`.
        case featureFlag(Polar.BenefitFeatureFlag)

        /// `type` is `slack_shared_channel`.
        case slackSharedChannel(Polar.BenefitSlackSharedChannel)

        /// A kind this version does not know, exactly as received.
        case unknown(JSONValue)

        /// `id`, which all kinds have.
        public var id: String? {
            switch self {
            case .custom(let value): value.id
            case .discord(let value): value.id
            case .githubRepository(let value): value.id
            case .downloadables(let value): value.id
            case .licenseKeys(let value): value.id
            case .meterCredit(let value): value.id
            case .featureFlag(let value): value.id
            case .slackSharedChannel(let value): value.id
            case .unknown(let json): json["id"]?.text
            }
        }

        /// `created_at`, which all kinds have.
        public var createdAt: Date? {
            switch self {
            case .custom(let value): value.createdAt
            case .discord(let value): value.createdAt
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
            case .custom(let value): value.modifiedAt
            case .discord(let value): value.modifiedAt
            case .githubRepository(let value): value.modifiedAt
            case .downloadables(let value): value.modifiedAt
            case .licenseKeys(let value): value.modifiedAt
            case .meterCredit(let value): value.modifiedAt
            case .featureFlag(let value): value.modifiedAt
            case .slackSharedChannel(let value): value.modifiedAt
            case .unknown: nil
            }
        }

        /// `type`, which all kinds have.
        public var type: String? {
            switch self {
            case .custom(let value): value.type
            case .discord(let value): value.type
            case .githubRepository(let value): value.type
            case .downloadables(let value): value.type
            case .licenseKeys(let value): value.type
            case .meterCredit(let value): value.type
            case .featureFlag(let value): value.type
            case .slackSharedChannel(let value): value.type
            case .unknown(let json): json["type"]?.text
            }
        }

        /// `description`, which all kinds have.
        public var description: String? {
            switch self {
            case .custom(let value): value.description
            case .discord(let value): value.description
            case .githubRepository(let value): value.description
            case .downloadables(let value): value.description
            case .licenseKeys(let value): value.description
            case .meterCredit(let value): value.description
            case .featureFlag(let value): value.description
            case .slackSharedChannel(let value): value.description
            case .unknown(let json): json["description"]?.text
            }
        }

        /// `selectable`, which all kinds have.
        public var selectable: Bool? {
            switch self {
            case .custom(let value): value.selectable
            case .discord(let value): value.selectable
            case .githubRepository(let value): value.selectable
            case .downloadables(let value): value.selectable
            case .licenseKeys(let value): value.selectable
            case .meterCredit(let value): value.selectable
            case .featureFlag(let value): value.selectable
            case .slackSharedChannel(let value): value.selectable
            case .unknown: nil
            }
        }

        /// `deletable`, which all kinds have.
        public var deletable: Bool? {
            switch self {
            case .custom(let value): value.deletable
            case .discord(let value): value.deletable
            case .githubRepository(let value): value.deletable
            case .downloadables(let value): value.deletable
            case .licenseKeys(let value): value.deletable
            case .meterCredit(let value): value.deletable
            case .featureFlag(let value): value.deletable
            case .slackSharedChannel(let value): value.deletable
            case .unknown: nil
            }
        }

        /// `is_deleted`, which all kinds have.
        public var isDeleted: Bool? {
            switch self {
            case .custom(let value): value.isDeleted
            case .discord(let value): value.isDeleted
            case .githubRepository(let value): value.isDeleted
            case .downloadables(let value): value.isDeleted
            case .licenseKeys(let value): value.isDeleted
            case .meterCredit(let value): value.isDeleted
            case .featureFlag(let value): value.isDeleted
            case .slackSharedChannel(let value): value.isDeleted
            case .unknown: nil
            }
        }

        /// `organization_id`, which all kinds have.
        public var organizationID: String? {
            switch self {
            case .custom(let value): value.organizationID
            case .discord(let value): value.organizationID
            case .githubRepository(let value): value.organizationID
            case .downloadables(let value): value.organizationID
            case .licenseKeys(let value): value.organizationID
            case .meterCredit(let value): value.organizationID
            case .featureFlag(let value): value.organizationID
            case .slackSharedChannel(let value): value.organizationID
            case .unknown(let json): json["organization_id"]?.text
            }
        }

        /// `metadata`, which all kinds have.
        public var metadata: JSONMap<JSONValue>? {
            switch self {
            case .custom(let value): value.metadata
            case .discord(let value): value.metadata
            case .githubRepository(let value): value.metadata
            case .downloadables(let value): value.metadata
            case .licenseKeys(let value): value.metadata
            case .meterCredit(let value): value.metadata
            case .featureFlag(let value): value.metadata
            case .slackSharedChannel(let value): value.metadata
            case .unknown: nil
            }
        }

        /// `visibility`, which all kinds have.
        public var visibility: Polar.BenefitVisibility? {
            switch self {
            case .custom(let value): value.visibility
            case .discord(let value): value.visibility
            case .githubRepository(let value): value.visibility
            case .downloadables(let value): value.visibility
            case .licenseKeys(let value): value.visibility
            case .meterCredit(let value): value.visibility
            case .featureFlag(let value): value.visibility
            case .slackSharedChannel(let value): value.visibility
            case .unknown: nil
            }
        }

        /// `visibility_configurable`, which all kinds have.
        public var visibilityConfigurable: Bool? {
            switch self {
            case .custom(let value): value.visibilityConfigurable
            case .discord(let value): value.visibilityConfigurable
            case .githubRepository(let value): value.visibilityConfigurable
            case .downloadables(let value): value.visibilityConfigurable
            case .licenseKeys(let value): value.visibilityConfigurable
            case .meterCredit(let value): value.visibilityConfigurable
            case .featureFlag(let value): value.visibilityConfigurable
            case .slackSharedChannel(let value): value.visibilityConfigurable
            case .unknown: nil
            }
        }

        init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
            let type = try reader.tag("type", json)
            switch type {
            case "custom": self = .custom(try Polar.BenefitCustom(from: &reader, json))
            case "discord": self = .discord(try Polar.BenefitDiscord(from: &reader, json))
            case "github_repository": self = .githubRepository(try Polar.BenefitGitHubRepository(from: &reader, json))
            case "downloadables": self = .downloadables(try Polar.BenefitDownloadables(from: &reader, json))
            case "license_keys": self = .licenseKeys(try Polar.BenefitLicenseKeys(from: &reader, json))
            case "meter_credit": self = .meterCredit(try Polar.BenefitMeterCredit(from: &reader, json))
            case "feature_flag": self = .featureFlag(try Polar.BenefitFeatureFlag(from: &reader, json))
            case "slack_shared_channel": self = .slackSharedChannel(try Polar.BenefitSlackSharedChannel(from: &reader, json))
            default: self = .unknown(try JSONValue(from: &reader, json))
            }
        }

        func encode(to writer: inout JSONWriter) {
            switch self {
            case .custom(let value): value.encode(to: &writer)
            case .discord(let value): value.encode(to: &writer)
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
