// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `FilterOperator`.
    @nonexhaustive public enum FilterOperator: OpenEnum, JSONCodable {
        /// `eq`.
        case eq

        /// `ne`.
        case ne

        /// `gt`.
        case gt

        /// `gte`.
        case gte

        /// `lt`.
        case lt

        /// `lte`.
        case lte

        /// `like`.
        case like

        /// `not_like`.
        case notLike

        /// A value this version does not know, exactly as received.
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "eq": self = .eq
            case "ne": self = .ne
            case "gt": self = .gt
            case "gte": self = .gte
            case "lt": self = .lt
            case "lte": self = .lte
            case "like": self = .like
            case "not_like": self = .notLike
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .eq: "eq"
            case .ne: "ne"
            case .gt: "gt"
            case .gte: "gte"
            case .lt: "lt"
            case .lte: "lte"
            case .like: "like"
            case .notLike: "not_like"
            case .unknown(let text): text
            }
        }
    }
}
