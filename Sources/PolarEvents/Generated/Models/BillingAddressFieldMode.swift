// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `BillingAddressFieldMode`.
    @nonexhaustive public enum BillingAddressFieldMode: OpenEnum, JSONCodable {
        /// `required`.
        case required

        /// `optional`.
        case optional

        /// `disabled`.
        case disabled

        /// A value this version does not know, exactly as received.
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "required": self = .required
            case "optional": self = .optional
            case "disabled": self = .disabled
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .required: "required"
            case .optional: "optional"
            case .disabled: "disabled"
            case .unknown(let text): text
            }
        }
    }
}
