import HTTPWire
import StandardWebhooks

/// Where the three Standard Webhooks headers of a request are; each must be there exactly once and not empty.
struct SignatureHeaders {
    let id: Range<Int>
    let timestamp: Range<Int>
    let signature: Range<Int>

    init(_ head: borrowing RequestHead, bytes: RawSpan) throws(VerificationError) {
        id = try Self.value(of: "webhook-id", head, bytes)
        timestamp = try Self.value(of: "webhook-timestamp", head, bytes)
        signature = try Self.value(of: "webhook-signature", head, bytes)
    }

    private static func value(
        of name: StaticString,
        _ head: borrowing RequestHead,
        _ bytes: RawSpan
    ) throws(VerificationError) -> Range<Int> {
        switch head.field(name, in: bytes) {
        case .single(let range) where !range.isEmpty: return range
        case .single, .absent: throw .missingHeader("\(name)")
        case .repeated: throw .malformedHeader("\(name)")
        }
    }
}
