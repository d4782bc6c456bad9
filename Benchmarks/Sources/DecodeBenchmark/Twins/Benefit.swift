// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Twins {
    /// `Benefit` as Foundation decodes it.
    enum Benefit: Codable {
        case custom(BenefitCustom)
        case discord(BenefitDiscord)
        case githubRepository(BenefitGitHubRepository)
        case downloadables(BenefitDownloadables)
        case licenseKeys(BenefitLicenseKeys)
        case meterCredit(BenefitMeterCredit)
        case featureFlag(BenefitFeatureFlag)
        case slackSharedChannel(BenefitSlackSharedChannel)
        case unknown(AnyValue)

        private enum CodingKeys: String, CodingKey {
            case type
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            let type = try container.decodeIfPresent(String.self, forKey: .type)
            if type == "custom" {
                self = .custom(try BenefitCustom(from: decoder))
            } else if type == "discord" {
                self = .discord(try BenefitDiscord(from: decoder))
            } else if type == "github_repository" {
                self = .githubRepository(try BenefitGitHubRepository(from: decoder))
            } else if type == "downloadables" {
                self = .downloadables(try BenefitDownloadables(from: decoder))
            } else if type == "license_keys" {
                self = .licenseKeys(try BenefitLicenseKeys(from: decoder))
            } else if type == "meter_credit" {
                self = .meterCredit(try BenefitMeterCredit(from: decoder))
            } else if type == "feature_flag" {
                self = .featureFlag(try BenefitFeatureFlag(from: decoder))
            } else if type == "slack_shared_channel" {
                self = .slackSharedChannel(try BenefitSlackSharedChannel(from: decoder))
            } else {
                self = .unknown(try AnyValue(from: decoder))
            }
        }

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .custom(let value):
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode("custom", forKey: .type)
                try value.encode(to: encoder)
            case .discord(let value):
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode("discord", forKey: .type)
                try value.encode(to: encoder)
            case .githubRepository(let value):
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode("github_repository", forKey: .type)
                try value.encode(to: encoder)
            case .downloadables(let value):
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode("downloadables", forKey: .type)
                try value.encode(to: encoder)
            case .licenseKeys(let value):
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode("license_keys", forKey: .type)
                try value.encode(to: encoder)
            case .meterCredit(let value):
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode("meter_credit", forKey: .type)
                try value.encode(to: encoder)
            case .featureFlag(let value):
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode("feature_flag", forKey: .type)
                try value.encode(to: encoder)
            case .slackSharedChannel(let value):
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode("slack_shared_channel", forKey: .type)
                try value.encode(to: encoder)
            case .unknown(let value): try value.encode(to: encoder)
            }
        }
    }
}
