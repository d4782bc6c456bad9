// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `CustomerStateSubscriptionStatus`.
    @nonexhaustive public enum CustomerStateSubscriptionStatus: OpenEnum, JSONCodable {
        /// `active`.
        case active

        /// `trialing`.
        case trialing

        /// A value this version does not know, exactly as received.
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "active": self = .active
            case "trialing": self = .trialing
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .active: "active"
            case .trialing: "trialing"
            case .unknown(let text): text
            }
        }
    }
}
