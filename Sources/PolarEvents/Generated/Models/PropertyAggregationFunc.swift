// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `PropertyAggregationFunc`.
    @nonexhaustive public enum PropertyAggregationFunc: OpenEnum, JSONCodable {
        /// `sum`.
        case sum

        /// `max`.
        case max

        /// `min`.
        case min

        /// `avg`.
        case avg

        /// A value this version does not know, exactly as received.
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "sum": self = .sum
            case "max": self = .max
            case "min": self = .min
            case "avg": self = .avg
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .sum: "sum"
            case .max: "max"
            case .min: "min"
            case .avg: "avg"
            case .unknown(let text): text
            }
        }
    }
}
