// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `CustomerCancellationReason`.
    @nonexhaustive public enum CustomerCancellationReason: OpenEnum, JSONCodable {
        /// `customer_service`.
        case customerService

        /// `low_quality`.
        case lowQuality

        /// `missing_features`.
        case missingFeatures

        /// `switched_service`.
        case switchedService

        /// `too_complex`.
        case tooComplex

        /// `too_expensive`.
        case tooExpensive

        /// `unused`.
        case unused

        /// `other`.
        case other

        /// A value this version does not know, exactly as received.
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "customer_service": self = .customerService
            case "low_quality": self = .lowQuality
            case "missing_features": self = .missingFeatures
            case "switched_service": self = .switchedService
            case "too_complex": self = .tooComplex
            case "too_expensive": self = .tooExpensive
            case "unused": self = .unused
            case "other": self = .other
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .customerService: "customer_service"
            case .lowQuality: "low_quality"
            case .missingFeatures: "missing_features"
            case .switchedService: "switched_service"
            case .tooComplex: "too_complex"
            case .tooExpensive: "too_expensive"
            case .unused: "unused"
            case .other: "other"
            case .unknown(let text): text
            }
        }
    }
}
