@testable import WireSources

/// What the parser makes of bytes that come in certain reads.
struct ParsedRequest: Equatable {
    /// How far it comes.
    enum Outcome: Hashable {
        case incomplete
        case complete(Int)
        case refused(HTTPParseError)
    }

    /// What a whole head says.
    struct Head: Equatable {
        let method: RequestHead.Method
        let path: Range<Int>
        let minorVersion: Int
        let bodyFraming: RequestHead.BodyFraming
        let keepsAlive: Bool
        let expectsContinue: Bool
        let fieldCount: Int
        /// In the order of ``ParsedRequest/fieldNames``.
        let lookups: [RequestHead.FieldLookup]
    }

    /// The fields that are looked for.
    static let fieldNames: [StaticString] = [
        "host", "content-length", "transfer-encoding", "connection", "expect", "webhook-id", "webhook-timestamp",
        "webhook-signature", "x",
    ]

    let outcome: Outcome
    let head: Head?

    /// The number of bytes that had come when the outcome was known; differs with the reads.
    let decidedAt: Int

    static func == (left: ParsedRequest, right: ParsedRequest) -> Bool {
        left.outcome == right.outcome && left.head == right.head
    }

    /// Gives a parser the bytes up to the end of each read.
    init(_ bytes: [UInt8], in reads: [Range<Int>], with parser: inout RequestParser) {
        var outcome = Outcome.incomplete
        var decidedAt = 0
        for read in reads where outcome == .incomplete {
            decidedAt = read.upperBound
            outcome = Self.parse(bytes.span.bytes.extracting(0..<decidedAt), with: &parser)
        }
        if case .complete = outcome, case .refused(let error) = parser.head.bodyFraming { outcome = .refused(error) }
        self.outcome = outcome
        self.decidedAt = decidedAt
        if case .complete = outcome { head = Head(parser.head, in: bytes) } else { head = nil }
    }

    private static func parse(_ bytes: RawSpan, with parser: inout RequestParser) -> Outcome {
        do throws(HTTPParseError) {
            switch try parser.parse(bytes) {
            case .needsMore: return .incomplete
            case .complete(let end): return .complete(end)
            }
        } catch {
            return .refused(error)
        }
    }
}

extension ParsedRequest.Head {
    init(_ head: RequestHead, in bytes: [UInt8]) {
        method = head.method
        path = head.path
        minorVersion = head.minorVersion
        bodyFraming = head.bodyFraming
        keepsAlive = head.keepsAlive
        expectsContinue = head.expectsContinue
        fieldCount = head.fieldCount
        lookups = ParsedRequest.fieldNames.map { head.field($0, in: bytes.span.bytes) }
    }
}
