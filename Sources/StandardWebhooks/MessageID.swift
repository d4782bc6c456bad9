/// The rule for the ids of messages: 1 to 256 visible ASCII characters without a dot.
///
/// Standard Webhooks forbids the dot, because a signature covers `id.timestamp.body`: with dots in the id the same bytes
/// can be read as another id, another timestamp and another body.
public enum MessageID {
    /// The most bytes an id may have.
    public static let byteCountLimit = 256

    /// Whether a text can be the id of a message.
    public static func isValid(_ id: String) -> Bool {
        id.utf8.count <= byteCountLimit && !id.isEmpty && id.utf8.allSatisfy(isAllowed)
    }

    /// Whether the bytes of a header can be the id of a message.
    public static func isValid(_ id: RawSpan) -> Bool {
        guard (1...byteCountLimit).contains(id.byteCount) else { return false }
        for offset in 0..<id.byteCount where !isAllowed(id.byte(at: offset)) { return false }
        return true
    }

    /// An id for a text that cannot be one: the same for the same text, and another one for another text.
    package static func standIn(for text: String) throws(SigningError) -> String {
        let bytes = Array(text.utf8)
        guard let digest = contentDigest(of: bytes.span.bytes) else { throw .unavailable }
        let digits = digest.flatMap { [$0 >> 4, $0 & 15] }.map { String($0, radix: 16) }
        return standInPrefix + digits.joined()
    }

    /// The beginning of every id that ``standIn(for:)`` makes.
    package static let standInPrefix = "sha256-"

    private static func isAllowed(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && byte != UInt8(ascii: ".")
    }
}

/// Why a message cannot be signed.
@nonexhaustive public enum SigningError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The id breaks the rule of ``MessageID``; every receiver refuses such a message.
    case malformedID

    /// OpenSSL has no memory left.
    case unavailable

    /// One sentence for the operator.
    public var description: String {
        switch self {
        case .malformedID:
            "The message id is not 1 to \(MessageID.byteCountLimit) visible ASCII characters without a dot; choose another one."
        case .unavailable: "OpenSSL cannot sign the message."
        }
    }
}
