// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `DiscountType`.
    @nonexhaustive public enum DiscountType: OpenEnum, JSONCodable {
        /// `fixed`.
        case fixed

        /// `percentage`.
        case percentage

        /// A value this version does not know, exactly as received.
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "fixed": self = .fixed
            case "percentage": self = .percentage
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .fixed: "fixed"
            case .percentage: "percentage"
            case .unknown(let text): text
            }
        }
    }
}
