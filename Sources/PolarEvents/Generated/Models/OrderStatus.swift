// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `OrderStatus`.
    @nonexhaustive public enum OrderStatus: OpenEnum, JSONCodable {
        /// `draft`.
        case draft

        /// `pending`.
        case pending

        /// `paid`.
        case paid

        /// `refunded`.
        case refunded

        /// `partially_refunded`.
        case partiallyRefunded

        /// `void`.
        case void

        /// A value this version does not know, exactly as received.
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "draft": self = .draft
            case "pending": self = .pending
            case "paid": self = .paid
            case "refunded": self = .refunded
            case "partially_refunded": self = .partiallyRefunded
            case "void": self = .void
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .draft: "draft"
            case .pending: "pending"
            case .paid: "paid"
            case .refunded: "refunded"
            case .partiallyRefunded: "partially_refunded"
            case .void: "void"
            case .unknown(let text): text
            }
        }
    }
}
