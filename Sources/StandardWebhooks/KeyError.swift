/// Why a text or bytes cannot be a key; never says what they were.
@nonexhaustive public enum KeyError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No bytes at all: anybody could sign with such a key.
    case empty

    /// The text is not base64, or has the prefix of another kind of key.
    case malformed

    /// The decoded key has fewer bytes than a key must have.
    case tooShort(byteCount: Int, minimum: Int)

    /// A verifier was given no key.
    case noKeys

    /// OpenSSL refused the key or the algorithm.
    case unavailable

    /// One sentence for the operator.
    public var description: String {
        switch self {
        case .empty: "The key is empty."
        case .malformed: "The key is not base64 or has the prefix of another kind of key."
        case .tooShort(let byteCount, let minimum): "The key has \(byteCount) bytes, at least \(minimum) are needed."
        case .noKeys: "There is no key to verify with."
        case .unavailable: "OpenSSL cannot use the key."
        }
    }
}
