// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `CheckoutStatus`.
    @nonexhaustive public enum CheckoutStatus: OpenEnum, JSONCodable {
        /// `open`.
        case open

        /// `expired`.
        case expired

        /// `confirmed`.
        case confirmed

        /// `succeeded`.
        case succeeded

        /// `failed`.
        case failed

        /// A value this version does not know, exactly as received.
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "open": self = .open
            case "expired": self = .expired
            case "confirmed": self = .confirmed
            case "succeeded": self = .succeeded
            case "failed": self = .failed
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .open: "open"
            case .expired: "expired"
            case .confirmed: "confirmed"
            case .succeeded: "succeeded"
            case .failed: "failed"
            case .unknown(let text): text
            }
        }
    }
}
