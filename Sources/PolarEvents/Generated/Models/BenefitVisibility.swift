// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `BenefitVisibility`.
    @nonexhaustive public enum BenefitVisibility: OpenEnum, JSONCodable {
        /// `draft`.
        case draft

        /// `private`.
        case `private`

        /// `public`.
        case `public`

        /// A value this version does not know, exactly as received.
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "draft": self = .draft
            case "private": self = .`private`
            case "public": self = .`public`
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .draft: "draft"
            case .`private`: "private"
            case .`public`: "public"
            case .unknown(let text): text
            }
        }
    }
}
