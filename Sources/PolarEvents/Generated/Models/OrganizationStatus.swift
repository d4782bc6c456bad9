// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `OrganizationStatus`.
    @nonexhaustive public enum OrganizationStatus: OpenEnum, JSONCodable {
        /// `created`.
        case created

        /// `review`.
        case review

        /// `snoozed`.
        case snoozed

        /// `denied`.
        case denied

        /// `active`.
        case active

        /// `blocked`.
        case blocked

        /// `offboarding`.
        case offboarding

        /// `offboarded`.
        case offboarded

        /// A value this version does not know, exactly as received.
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "created": self = .created
            case "review": self = .review
            case "snoozed": self = .snoozed
            case "denied": self = .denied
            case "active": self = .active
            case "blocked": self = .blocked
            case "offboarding": self = .offboarding
            case "offboarded": self = .offboarded
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .created: "created"
            case .review: "review"
            case .snoozed: "snoozed"
            case .denied: "denied"
            case .active: "active"
            case .blocked: "blocked"
            case .offboarding: "offboarding"
            case .offboarded: "offboarded"
            case .unknown(let text): text
            }
        }
    }
}
