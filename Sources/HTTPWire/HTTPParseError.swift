/// Why bytes are no request that this server reads (RFC 9112, RFC 9110).
///
/// The connection is closed after the answer. ``RequestParser`` throws most of them; those about the length of the body
/// are in the head, see ``RequestHead/BodyFraming/refused(_:)``.
public enum HTTPParseError: String, Error, Hashable, Sendable, CaseIterable {
    /// The request line is not `method SP target SP version CRLF` (RFC 9112 §3).
    case malformedRequestLine = "malformed_request_line"

    /// The request target is none of the forms of RFC 9112 §3.2, or has characters that a URI cannot have.
    case malformedTarget = "malformed_target"

    /// A line ends without CR, or a CR stands inside a field value (RFC 9112 §2.2).
    case bareLineEnd = "bare_line_end"

    /// A field has no colon, white space before it, a name that is no token or control characters (RFC 9112 §5).
    case malformedField = "malformed_field"

    /// A field continues on the next line (RFC 9112 §5.2).
    case foldedField = "folded_field"

    /// An HTTP/1.1 request has no Host, or more than one, or none that names a host (RFC 9112 §3.2).
    case invalidHost = "invalid_host"

    /// Content-Length is no decimal number or is there more than once (RFC 9112 §6.3).
    case invalidContentLength = "invalid_content_length"

    /// Transfer-Encoding leaves the length open: twice, beside Content-Length, in HTTP/1.0, or not ending in `chunked`
    /// (RFC 9112 §6.1, §6.3).
    case ambiguousLength = "ambiguous_length"

    /// The chunked coding is broken (RFC 9112 §7.1).
    case malformedChunk = "malformed_chunk"

    /// A method that has a body comes without a length (RFC 9110 §15.5.12).
    case lengthRequired = "length_required"

    /// The body is longer than the limit.
    case bodyTooLarge = "body_too_large"

    /// The request line is longer than the limit.
    case requestLineTooLong = "request_line_too_long"

    /// An expectation other than `100-continue` (RFC 9110 §10.1.1).
    case unknownExpectation = "unknown_expectation"

    /// The header section is longer, or has more fields, than the limit.
    case headerTooLarge = "header_too_large"

    /// Another transfer coding before `chunked` (RFC 9112 §6.1).
    case unknownTransferCoding = "unknown_transfer_coding"

    /// CONNECT: this server is no proxy.
    case unknownMethod = "unknown_method"

    /// A major version other than 1 (RFC 9110 §15.6.6).
    case unknownVersion = "unknown_version"

    /// The reason code in the answer.
    public var reason: String { rawValue }

    /// The status of the answer.
    public var status: Int {
        switch self {
        case .malformedRequestLine, .malformedTarget, .bareLineEnd, .malformedField, .foldedField, .invalidHost,
            .invalidContentLength, .ambiguousLength, .malformedChunk:
            400
        case .lengthRequired: 411
        case .bodyTooLarge: 413
        case .requestLineTooLong: 414
        case .unknownExpectation: 417
        case .headerTooLarge: 431
        case .unknownTransferCoding, .unknownMethod: 501
        case .unknownVersion: 505
        }
    }
}
