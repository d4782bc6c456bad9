import HTTPWire

/// Turns the bytes of one connection into requests; a state machine that knows no socket and no clock.
struct RequestReader {
    /// What the received bytes amount to.
    enum Progress: Hashable {
        /// The head is not complete.
        case needsHead

        /// The body is not complete; `sendsContinue` when the client waits to be asked for it.
        case needsBody(sendsContinue: Bool)

        /// A whole request at the start of the input.
        case request(RequestLayout)
    }

    private enum Phase {
        case head
        case fixedBody(RequestLayout)
        case chunkedBody(headLength: Int, bodyEnd: Int)
    }

    private let limits: HTTPLimits
    private var parser: RequestParser
    private var phase = Phase.head
    private var decoder: ChunkedDecoder

    init(limits: HTTPLimits) {
        self.limits = limits
        parser = RequestParser(limits: limits)
        decoder = ChunkedDecoder(bodyLimit: limits.body)
    }

    /// The head of the request that is being read.
    var head: RequestHead {
        _read { yield parser.head }
    }

    /// Reads on in the connection's input, which starts with the first byte of the request.
    ///
    /// The chunked coding is removed in place: the decoded body follows the head.
    mutating func read(_ input: InputBuffer) throws(HTTPParseError) -> Progress {
        switch phase {
        case .head: try readHead(input)
        case .fixedBody(let layout): input.count < layout.length ? .needsBody(sendsContinue: false) : .request(layout)
        case .chunkedBody(let headLength, let bodyEnd): try readChunks(input, headLength: headLength, from: bodyEnd)
        }
    }

    /// Forgets the request after its answer.
    mutating func reset() {
        parser.reset()
        phase = .head
    }

    private mutating func readHead(_ input: InputBuffer) throws(HTTPParseError) -> Progress {
        let progress = try input.withBytes { bytes throws(HTTPParseError) in try parser.parse(bytes) }
        guard case .complete(let headLength) = progress else { return .needsHead }
        switch parser.head.bodyFraming {
        case .none:
            return .request(RequestLayout(headLength: headLength, bodyEnd: headLength, length: headLength))
        case .length(let count):
            let end = headLength + count
            phase = .fixedBody(RequestLayout(headLength: headLength, bodyEnd: end, length: end))
        case .chunked:
            decoder = ChunkedDecoder(bodyLimit: limits.body)
            phase = .chunkedBody(headLength: headLength, bodyEnd: headLength)
        }
        // A client that has sent some of the body already does not wait (RFC 9110 §10.1.1).
        guard input.count == headLength else { return try read(input) }
        return .needsBody(sendsContinue: parser.head.expectsContinue)
    }

    private mutating func readChunks(
        _ input: InputBuffer,
        headLength: Int,
        from start: Int
    ) throws(HTTPParseError) -> Progress {
        var bodyEnd = start
        var offset = start
        while true {
            switch try input.withBytes({ bytes throws(HTTPParseError) in try decoder.step(bytes, at: &offset) }) {
            case .data(let range):
                input.move(range, to: bodyEnd)
                bodyEnd += range.count
            case .end:
                return .request(RequestLayout(headLength: headLength, bodyEnd: bodyEnd, length: offset))
            case .needsMore:
                input.truncate(to: bodyEnd)
                phase = .chunkedBody(headLength: headLength, bodyEnd: bodyEnd)
                return .needsBody(sendsContinue: false)
            }
        }
    }
}
