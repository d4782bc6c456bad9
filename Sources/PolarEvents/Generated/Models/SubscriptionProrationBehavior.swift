// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `SubscriptionProrationBehavior`.
    @nonexhaustive public enum SubscriptionProrationBehavior: OpenEnum, JSONCodable {
        /// `invoice`.
        case invoice

        /// `prorate`.
        case prorate

        /// `next_period`.
        case nextPeriod

        /// `reset`.
        case reset

        /// A value this version does not know, exactly as received.
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "invoice": self = .invoice
            case "prorate": self = .prorate
            case "next_period": self = .nextPeriod
            case "reset": self = .reset
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .invoice: "invoice"
            case .prorate: "prorate"
            case .nextPeriod: "next_period"
            case .reset: "reset"
            case .unknown(let text): text
            }
        }
    }
}
