// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `SeatTierType`.
    @nonexhaustive public enum SeatTierType: OpenEnum, JSONCodable {
        /// `volume`.
        case volume

        /// `graduated`.
        case graduated

        /// A value this version does not know, exactly as received.
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "volume": self = .volume
            case "graduated": self = .graduated
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .volume: "volume"
            case .graduated: "graduated"
            case .unknown(let text): text
            }
        }
    }
}
