// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `OrderBillingReason`.
    @nonexhaustive public enum OrderBillingReason: OpenEnum, JSONCodable {
        /// `purchase`.
        case purchase

        /// `subscription_create`.
        case subscriptionCreate

        /// `subscription_cycle`.
        case subscriptionCycle

        /// `subscription_update`.
        case subscriptionUpdate

        /// `subscription_meter_cycle`.
        case subscriptionMeterCycle

        /// A value this version does not know, exactly as received.
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "purchase": self = .purchase
            case "subscription_create": self = .subscriptionCreate
            case "subscription_cycle": self = .subscriptionCycle
            case "subscription_update": self = .subscriptionUpdate
            case "subscription_meter_cycle": self = .subscriptionMeterCycle
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .purchase: "purchase"
            case .subscriptionCreate: "subscription_create"
            case .subscriptionCycle: "subscription_cycle"
            case .subscriptionUpdate: "subscription_update"
            case .subscriptionMeterCycle: "subscription_meter_cycle"
            case .unknown(let text): text
            }
        }
    }
}
