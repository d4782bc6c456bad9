// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `TaxBehaviorOption`.
    @nonexhaustive public enum TaxBehaviorOption: OpenEnum, JSONCodable {
        /// `location`.
        case location

        /// `inclusive`.
        case inclusive

        /// `exclusive`.
        case exclusive

        /// A value this version does not know, exactly as received.
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "location": self = .location
            case "inclusive": self = .inclusive
            case "exclusive": self = .exclusive
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .location: "location"
            case .inclusive: "inclusive"
            case .exclusive: "exclusive"
            case .unknown(let text): text
            }
        }
    }
}
