// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `RefundStatus`.
    @nonexhaustive public enum RefundStatus: OpenEnum, JSONCodable {
        /// `pending`.
        case pending

        /// `succeeded`.
        case succeeded

        /// `failed`.
        case failed

        /// `canceled`.
        case canceled

        /// A value this version does not know, exactly as received.
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "pending": self = .pending
            case "succeeded": self = .succeeded
            case "failed": self = .failed
            case "canceled": self = .canceled
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .pending: "pending"
            case .succeeded: "succeeded"
            case .failed: "failed"
            case .canceled: "canceled"
            case .unknown(let text): text
            }
        }
    }
}
