// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `ProductPriceSource`.
    @nonexhaustive public enum ProductPriceSource: OpenEnum, JSONCodable {
        /// `catalog`.
        case catalog

        /// `ad_hoc`.
        case adHoc

        /// A value this version does not know, exactly as received.
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "catalog": self = .catalog
            case "ad_hoc": self = .adHoc
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .catalog: "catalog"
            case .adHoc: "ad_hoc"
            case .unknown(let text): text
            }
        }
    }
}
