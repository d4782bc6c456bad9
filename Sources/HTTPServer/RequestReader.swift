import HTTPWire

/// Turns the bytes of one connection into requests; a state machine that knows no socket and no clock.
struct RequestReader {
    /// What the received bytes amount to.
    enum Progress {
        /// The head is not complete; `hasStarted` when some of it is there.
        case needsHead(hasStarted: Bool)

        /// The body is not complete; `inputCapacity` bytes from the start of the input must have room.
        case needsBody(inputCapacity: Int, sendsContinue: Bool)

        /// A whole request: the first `headLength` bytes of the input are its head, `length` bytes are all of it.
        case request(headLength: Int, length: Int)
    }

    private enum Phase {
        case head
        case fixedBody(headLength: Int, length: Int)
        case chunkedBody(headLength: Int, offset: Int)
    }

    private let limits: HTTPLimits
    private var parser: RequestParser
    private var phase = Phase.head
    private var decoder: ChunkedDecoder

    /// The decoded body of a chunked request.
    private(set) var chunkedBody: [UInt8] = []

    init(limits: HTTPLimits) {
        self.limits = limits
        parser = RequestParser(limits: limits)
        decoder = ChunkedDecoder(bodyLimit: limits.body)
    }

    /// The head of the request that is being read.
    var head: RequestHead {
        _read { yield parser.head }
    }

    /// Whether the body of a request is awaited.
    var isInBody: Bool {
        if case .head = phase { false } else { true }
    }

    /// Reads on in the connection's input, which starts with the first byte of the request.
    mutating func read(_ input: RawSpan) throws(HTTPParseError) -> Progress {
        switch phase {
        case .head:
            guard case .complete(let length) = try parser.parse(input) else {
                return .needsHead(hasStarted: input.byteCount > 0)
            }
            return try begin(headLength: length, input)
        case .fixedBody(let headLength, let length):
            guard input.byteCount >= headLength + length else {
                return .needsBody(inputCapacity: headLength + length, sendsContinue: false)
            }
            return .request(headLength: headLength, length: headLength + length)
        case .chunkedBody(let headLength, let offset):
            return try readChunks(input, headLength: headLength, from: offset)
        }
    }

    /// Forgets the request after its answer.
    mutating func reset() {
        parser.reset()
        phase = .head
        chunkedBody = []
    }

    private mutating func begin(headLength: Int, _ input: RawSpan) throws(HTTPParseError) -> Progress {
        switch parser.head.bodyFraming {
        case .none:
            return .request(headLength: headLength, length: headLength)
        case .length(let length):
            phase = .fixedBody(headLength: headLength, length: length)
        case .chunked:
            decoder = ChunkedDecoder(bodyLimit: limits.body)
            phase = .chunkedBody(headLength: headLength, offset: headLength)
        }
        // A client that has sent some of the body already does not wait (RFC 9110 §10.1.1).
        let sendsContinue = parser.head.expectsContinue && input.byteCount == headLength
        let progress = try read(input)
        if case .needsBody(let capacity, _) = progress {
            return .needsBody(inputCapacity: capacity, sendsContinue: sendsContinue)
        }
        return progress
    }

    private mutating func readChunks(
        _ input: RawSpan,
        headLength: Int,
        from start: Int
    ) throws(HTTPParseError) -> Progress {
        var offset = start
        while true {
            switch try decoder.step(input, at: &offset) {
            case .data(let range):
                input.extracting(range).withUnsafeBytes { chunkedBody.append(contentsOf: $0) }
            case .end:
                return .request(headLength: headLength, length: offset)
            case .needsMore:
                phase = .chunkedBody(headLength: headLength, offset: offset)
                return .needsBody(inputCapacity: offset + InputBuffer.standardCapacity, sendsContinue: false)
            }
        }
    }
}
