// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `BenefitType`.
    @nonexhaustive public enum BenefitType: OpenEnum, JSONCodable {
        /// `custom`.
        case custom

        /// `discord`.
        case discord

        /// `github_repository`.
        case githubRepository

        /// `downloadables`.
        case downloadables

        /// `license_keys`.
        case licenseKeys

        /// `meter_credit`.
        case meterCredit

        /// `feature_flag`.
        case featureFlag

        /// `slack_shared_channel`.
        case slackSharedChannel

        /// A value this version does not know, exactly as received.
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "custom": self = .custom
            case "discord": self = .discord
            case "github_repository": self = .githubRepository
            case "downloadables": self = .downloadables
            case "license_keys": self = .licenseKeys
            case "meter_credit": self = .meterCredit
            case "feature_flag": self = .featureFlag
            case "slack_shared_channel": self = .slackSharedChannel
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .custom: "custom"
            case .discord: "discord"
            case .githubRepository: "github_repository"
            case .downloadables: "downloadables"
            case .licenseKeys: "license_keys"
            case .meterCredit: "meter_credit"
            case .featureFlag: "feature_flag"
            case .slackSharedChannel: "slack_shared_channel"
            case .unknown(let text): text
            }
        }
    }
}
