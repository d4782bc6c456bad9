// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `DisputeStatus`.
    @nonexhaustive public enum DisputeStatus: OpenEnum, JSONCodable {
        /// `prevented`.
        case prevented

        /// `early_warning`.
        case earlyWarning

        /// `needs_response`.
        case needsResponse

        /// `under_review`.
        case underReview

        /// `lost`.
        case lost

        /// `won`.
        case won

        /// A value this version does not know, exactly as received.
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "prevented": self = .prevented
            case "early_warning": self = .earlyWarning
            case "needs_response": self = .needsResponse
            case "under_review": self = .underReview
            case "lost": self = .lost
            case "won": self = .won
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .prevented: "prevented"
            case .earlyWarning: "early_warning"
            case .needsResponse: "needs_response"
            case .underReview: "under_review"
            case .lost: "lost"
            case .won: "won"
            case .unknown(let text): text
            }
        }
    }
}
