// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `LicenseKeyTimeframe`.
    @nonexhaustive public enum LicenseKeyTimeframe: OpenEnum, JSONCodable {
        /// `year`.
        case year

        /// `month`.
        case month

        /// `day`.
        case day

        /// A value this version does not know, exactly as received.
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "year": self = .year
            case "month": self = .month
            case "day": self = .day
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .year: "year"
            case .month: "month"
            case .day: "day"
            case .unknown(let text): text
            }
        }
    }
}
