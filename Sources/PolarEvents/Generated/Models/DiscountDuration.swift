// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `DiscountDuration`.
    @nonexhaustive public enum DiscountDuration: OpenEnum, JSONCodable {
        /// `once`.
        case once

        /// `forever`.
        case forever

        /// `repeating`.
        case repeating

        /// A value this version does not know, exactly as received.
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "once": self = .once
            case "forever": self = .forever
            case "repeating": self = .repeating
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .once: "once"
            case .forever: "forever"
            case .repeating: "repeating"
            case .unknown(let text): text
            }
        }
    }
}
