// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `FilterConjunction`.
    @nonexhaustive public enum FilterConjunction: OpenEnum, JSONCodable {
        /// `and`.
        case and

        /// `or`.
        case or

        /// A value this version does not know, exactly as received.
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "and": self = .and
            case "or": self = .or
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .and: "and"
            case .or: "or"
            case .unknown(let text): text
            }
        }
    }
}
