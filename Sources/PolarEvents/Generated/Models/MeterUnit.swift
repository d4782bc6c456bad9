// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `MeterUnit`.
    @nonexhaustive public enum MeterUnit: OpenEnum, JSONCodable {
        /// `scalar`.
        case scalar

        /// `token`.
        case token

        /// `custom`.
        case custom

        /// A value this version does not know, exactly as received.
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "scalar": self = .scalar
            case "token": self = .token
            case "custom": self = .custom
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .scalar: "scalar"
            case .token: "token"
            case .custom: "custom"
            case .unknown(let text): text
            }
        }
    }
}
