import FuzzSupport
import WireSources

/// What the decoder makes of bytes that come in certain reads.
struct DecodedBody: Equatable {
    /// How far it comes.
    enum Outcome: Hashable {
        case incomplete
        case complete
        case refused(HTTPParseError)
    }

    private(set) var outcome = Outcome.incomplete

    /// The bytes of the body.
    private(set) var body: [UInt8] = []

    /// How many bytes are read.
    private(set) var end = 0

    private var decoder: ChunkedDecoder

    static func == (left: DecodedBody, right: DecodedBody) -> Bool {
        left.outcome == right.outcome && left.body == right.body && left.end == right.end
    }

    /// Gives the decoder one read after the other, without those before it.
    init(_ bytes: [UInt8], in reads: [Range<Int>], bodyLimit: Int) throws(BrokenInvariant) {
        decoder = ChunkedDecoder(bodyLimit: bodyLimit)
        for read in reads where outcome == .incomplete {
            try decode(Array(bytes[read]))
        }
    }

    private mutating func decode(_ read: [UInt8]) throws(BrokenInvariant) {
        var offset = 0
        do throws(HTTPParseError) {
            while let data = try next(read, &offset) { body += read[data] }
        } catch {
            outcome = .refused(error)
            try checkRefusedAgain(read, offset)
        }
        end += offset
    }

    /// The next part of the body, nil when there is none in this read.
    private mutating func next(_ read: [UInt8], _ offset: inout Int) throws(HTTPParseError) -> Range<Int>? {
        switch try decoder.step(read.span.bytes, at: &offset) {
        case .needsMore: return nil
        case .data(let range): return range
        case .end:
            outcome = .complete
            return nil
        }
    }

    private mutating func checkRefusedAgain(_ read: [UInt8], _ offset: Int) throws(BrokenInvariant) {
        var offset = offset
        let again = try? decoder.step(read.span.bytes, at: &offset)
        try require(again == nil, "what was refused is read on")
    }

    /// Asks for more once the body is complete.
    mutating func checkEnd(before rest: [UInt8]) throws(BrokenInvariant) {
        var offset = 0
        let step = try? decoder.step(rest.span.bytes, at: &offset)
        try require(step == .end && offset == 0, "the decoder reads on behind the end")
    }
}
