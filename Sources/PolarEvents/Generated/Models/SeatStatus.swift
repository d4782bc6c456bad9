// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `SeatStatus`.
    @nonexhaustive public enum SeatStatus: OpenEnum, JSONCodable {
        /// `pending`.
        case pending

        /// `claimed`.
        case claimed

        /// `revoked`.
        case revoked

        /// A value this version does not know, exactly as received.
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "pending": self = .pending
            case "claimed": self = .claimed
            case "revoked": self = .revoked
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .pending: "pending"
            case .claimed: "claimed"
            case .revoked: "revoked"
            case .unknown(let text): text
            }
        }
    }
}
