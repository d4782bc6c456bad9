// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `RefundReason`.
    @nonexhaustive public enum RefundReason: OpenEnum, JSONCodable {
        /// `duplicate`.
        case duplicate

        /// `fraudulent`.
        case fraudulent

        /// `customer_request`.
        case customerRequest

        /// `service_disruption`.
        case serviceDisruption

        /// `satisfaction_guarantee`.
        case satisfactionGuarantee

        /// `dispute_prevention`.
        case disputePrevention

        /// `other`.
        case other

        /// A value this version does not know, exactly as received.
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "duplicate": self = .duplicate
            case "fraudulent": self = .fraudulent
            case "customer_request": self = .customerRequest
            case "service_disruption": self = .serviceDisruption
            case "satisfaction_guarantee": self = .satisfactionGuarantee
            case "dispute_prevention": self = .disputePrevention
            case "other": self = .other
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .duplicate: "duplicate"
            case .fraudulent: "fraudulent"
            case .customerRequest: "customer_request"
            case .serviceDisruption: "service_disruption"
            case .satisfactionGuarantee: "satisfaction_guarantee"
            case .disputePrevention: "dispute_prevention"
            case .other: "other"
            case .unknown(let text): text
            }
        }
    }
}
