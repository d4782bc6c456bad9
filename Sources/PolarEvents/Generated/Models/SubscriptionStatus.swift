// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `SubscriptionStatus`.
    @nonexhaustive public enum SubscriptionStatus: OpenEnum, JSONCodable {
        /// `incomplete`.
        case incomplete

        /// `incomplete_expired`.
        case incompleteExpired

        /// `trialing`.
        case trialing

        /// `active`.
        case active

        /// `past_due`.
        case pastDue

        /// `canceled`.
        case canceled

        /// `unpaid`.
        case unpaid

        /// `paused`.
        case paused

        /// A value this version does not know, exactly as received.
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "incomplete": self = .incomplete
            case "incomplete_expired": self = .incompleteExpired
            case "trialing": self = .trialing
            case "active": self = .active
            case "past_due": self = .pastDue
            case "canceled": self = .canceled
            case "unpaid": self = .unpaid
            case "paused": self = .paused
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .incomplete: "incomplete"
            case .incompleteExpired: "incomplete_expired"
            case .trialing: "trialing"
            case .active: "active"
            case .pastDue: "past_due"
            case .canceled: "canceled"
            case .unpaid: "unpaid"
            case .paused: "paused"
            case .unknown(let text): text
            }
        }
    }
}
