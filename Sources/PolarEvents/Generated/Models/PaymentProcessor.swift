// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `PaymentProcessor`.
    @nonexhaustive public enum PaymentProcessor: OpenEnum, JSONCodable {
        /// `stripe`.
        case stripe

        /// A value this version does not know, exactly as received.
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "stripe": self = .stripe
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .stripe: "stripe"
            case .unknown(let text): text
            }
        }
    }
}
