// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `OrganizationSocialPlatforms`.
    @nonexhaustive public enum OrganizationSocialPlatforms: OpenEnum, JSONCodable {
        /// `x`.
        case x

        /// `github`.
        case github

        /// `facebook`.
        case facebook

        /// `instagram`.
        case instagram

        /// `youtube`.
        case youtube

        /// `tiktok`.
        case tiktok

        /// `linkedin`.
        case linkedin

        /// `threads`.
        case threads

        /// `discord`.
        case discord

        /// `other`.
        case other

        /// A value this version does not know, exactly as received.
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "x": self = .x
            case "github": self = .github
            case "facebook": self = .facebook
            case "instagram": self = .instagram
            case "youtube": self = .youtube
            case "tiktok": self = .tiktok
            case "linkedin": self = .linkedin
            case "threads": self = .threads
            case "discord": self = .discord
            case "other": self = .other
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .x: "x"
            case .github: "github"
            case .facebook: "facebook"
            case .instagram: "instagram"
            case .youtube: "youtube"
            case .tiktok: "tiktok"
            case .linkedin: "linkedin"
            case .threads: "threads"
            case .discord: "discord"
            case .other: "other"
            case .unknown(let text): text
            }
        }
    }
}
