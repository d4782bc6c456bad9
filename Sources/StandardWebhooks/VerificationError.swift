/// Why a message does not verify.
///
/// One case is one reason code; no case carries anything secret.
@nonexhaustive public enum VerificationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A required header is absent or empty.
    case missingHeader(String)

    /// A required header is repeated, or the id breaks the rule of ``MessageID``.
    case malformedHeader(String)

    /// The timestamp is not a decimal integer of Unix seconds.
    case malformedTimestamp

    /// The message was signed longer ago than the tolerance; `skewSeconds` is how long.
    case timestampTooOld(skewSeconds: Int64)

    /// The message is signed further in the future than the tolerance; `skewSeconds` is how far.
    case timestampTooNew(skewSeconds: Int64)

    /// No signature fits any of the keys.
    case signatureMismatch

    /// Every code there is, for metrics that begin at zero.
    public static let allCodes = [
        "missing_header", "malformed_header", "malformed_timestamp", "timestamp_too_old", "timestamp_too_new",
        "signature_mismatch",
    ]

    /// The stable reason code for answers, logs and metrics.
    public var code: String {
        switch self {
        case .missingHeader: "missing_header"
        case .malformedHeader: "malformed_header"
        case .malformedTimestamp: "malformed_timestamp"
        case .timestampTooOld: "timestamp_too_old"
        case .timestampTooNew: "timestamp_too_new"
        case .signatureMismatch: "signature_mismatch"
        }
    }

    /// How far the timestamp is off in seconds, for the two errors about that.
    public var skewSeconds: Int64? {
        switch self {
        case .timestampTooOld(let seconds), .timestampTooNew(let seconds): seconds
        default: nil
        }
    }

    /// The header that is wrong, for the two errors about that.
    public var header: String? {
        switch self {
        case .missingHeader(let name), .malformedHeader(let name): name
        default: nil
        }
    }

    /// One sentence for the operator.
    public var description: String {
        switch self {
        case .missingHeader(let name):
            "The header \(name) is missing or empty."
        case .malformedHeader(HeaderName.id):
            """
            The header webhook-id is repeated, or it is not 1 to \(MessageID.byteCountLimit) visible ASCII characters \
            without a dot.
            """
        case .malformedHeader(let name):
            "The header \(name) is repeated."
        case .malformedTimestamp:
            "The header webhook-timestamp is not a whole number of Unix seconds."
        case .timestampTooOld(let seconds):
            "The message was signed \(seconds) s ago; check the clocks of both machines."
        case .timestampTooNew(let seconds):
            "The message is signed \(seconds) s in the future; check the clocks of both machines."
        case .signatureMismatch:
            "No signature fits; check that the secret is the one of this endpoint and that nothing changed the body."
        }
    }
}
