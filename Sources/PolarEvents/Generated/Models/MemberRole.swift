// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `MemberRole`.
    @nonexhaustive public enum MemberRole: OpenEnum, JSONCodable {
        /// `owner`.
        case owner

        /// `billing_manager`.
        case billingManager

        /// `member`.
        case member

        /// A value this version does not know, exactly as received.
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "owner": self = .owner
            case "billing_manager": self = .billingManager
            case "member": self = .member
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .owner: "owner"
            case .billingManager: "billing_manager"
            case .member: "member"
            case .unknown(let text): text
            }
        }
    }
}
