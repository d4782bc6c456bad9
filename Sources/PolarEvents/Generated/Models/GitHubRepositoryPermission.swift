// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `GitHubRepositoryPermission`.
    @nonexhaustive public enum GitHubRepositoryPermission: OpenEnum, JSONCodable {
        /// `pull`.
        case pull

        /// `triage`.
        case triage

        /// `push`.
        case push

        /// `maintain`.
        case maintain

        /// `admin`.
        case admin

        /// A value this version does not know, exactly as received.
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "pull": self = .pull
            case "triage": self = .triage
            case "push": self = .push
            case "maintain": self = .maintain
            case "admin": self = .admin
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .pull: "pull"
            case .triage: "triage"
            case .push: "push"
            case .maintain: "maintain"
            case .admin: "admin"
            case .unknown(let text): text
            }
        }
    }
}
