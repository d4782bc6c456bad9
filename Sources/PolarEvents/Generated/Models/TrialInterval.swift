// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `TrialInterval`.
    @nonexhaustive public enum TrialInterval: OpenEnum, JSONCodable {
        /// `day`.
        case day

        /// `week`.
        case week

        /// `month`.
        case month

        /// `year`.
        case year

        /// A value this version does not know, exactly as received.
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "day": self = .day
            case "week": self = .week
            case "month": self = .month
            case "year": self = .year
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .day: "day"
            case .week: "week"
            case .month: "month"
            case .year: "year"
            case .unknown(let text): text
            }
        }
    }
}
