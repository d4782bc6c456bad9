// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `CustomerType`.
    @nonexhaustive public enum CustomerType: OpenEnum, JSONCodable {
        /// `individual`.
        case individual

        /// `team`.
        case team

        /// A value this version does not know, exactly as received.
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "individual": self = .individual
            case "team": self = .team
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .individual: "individual"
            case .team: "team"
            case .unknown(let text): text
            }
        }
    }
}
