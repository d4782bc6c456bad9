// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `BenefitGrantProperties`: one of several kinds of object.
    @nonexhaustive public enum BenefitGrantProperties: Equatable, Sendable, JSONEncodable {
        /// `benefit_type` is `discord`.
        case discord(Polar.BenefitGrantDiscordProperties)

        /// `benefit_type` is `github_repository`.
        case githubRepository(Polar.BenefitGrantGitHubRepositoryProperties)

        /// `benefit_type` is `downloadables`.
        case downloadables(Polar.BenefitGrantDownloadablesProperties)

        /// `benefit_type` is `license_keys`.
        case licenseKeys(Polar.BenefitGrantLicenseKeysProperties)

        /// `benefit_type` is `custom`.
        case custom(Polar.BenefitGrantCustomProperties)

        /// `benefit_type` is `feature_flag`.
        case featureFlag(Polar.BenefitGrantFeatureFlagProperties)

        /// `benefit_type` is `slack_shared_channel`.
        case slackSharedChannel(Polar.BenefitGrantSlackSharedChannelProperties)

        /// `benefit_type` is `meter_credit`.
        case meterCredit(Polar.BenefitGrantMeterCreditProperties)

        /// A kind this version does not know, exactly as received.
        case unknown(JSONValue)

        init(tag: String, from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
            switch tag {
            case "discord": self = .discord(try Polar.BenefitGrantDiscordProperties(from: &reader, json))
            case "github_repository": self = .githubRepository(try Polar.BenefitGrantGitHubRepositoryProperties(from: &reader, json))
            case "downloadables": self = .downloadables(try Polar.BenefitGrantDownloadablesProperties(from: &reader, json))
            case "license_keys": self = .licenseKeys(try Polar.BenefitGrantLicenseKeysProperties(from: &reader, json))
            case "custom": self = .custom(try Polar.BenefitGrantCustomProperties(from: &reader, json))
            case "feature_flag": self = .featureFlag(try Polar.BenefitGrantFeatureFlagProperties(from: &reader, json))
            case "slack_shared_channel": self = .slackSharedChannel(try Polar.BenefitGrantSlackSharedChannelProperties(from: &reader, json))
            case "meter_credit": self = .meterCredit(try Polar.BenefitGrantMeterCreditProperties(from: &reader, json))
            default: self = .unknown(try JSONValue(from: &reader, json))
            }
        }

        func encode(to writer: inout JSONWriter) {
            switch self {
            case .discord(let value): value.encode(to: &writer)
            case .githubRepository(let value): value.encode(to: &writer)
            case .downloadables(let value): value.encode(to: &writer)
            case .licenseKeys(let value): value.encode(to: &writer)
            case .custom(let value): value.encode(to: &writer)
            case .featureFlag(let value): value.encode(to: &writer)
            case .slackSharedChannel(let value): value.encode(to: &writer)
            case .meterCredit(let value): value.encode(to: &writer)
            case .unknown(let value): value.encode(to: &writer)
            }
        }
    }
}
