import HTTPWire

/// Turns the bytes of one connection into requests; a state machine that knows no socket and no clock.
struct RequestReader {
    /// What the received bytes amount to.
    enum Progress: Hashable {
        /// The head is not complete.
        case needsHead

        /// The head is complete, and the body is worth a question before it is read; see ``admitBody(limit:)``.
        case needsAdmission(headLength: Int)

        /// The body is not complete.
        case needsBody

        /// A whole request at the start of the input.
        case request(RequestLayout)
    }

    private enum Phase {
        case head
        case admission(headLength: Int)
        case fixedBody(RequestLayout)
        case chunkedBody(headLength: Int, bodyEnd: Int)
    }

    /// The most room beyond its decoded bytes that a chunked body gets for those that are still coded.
    private static let chunkRoom = 65_536

    private let limits: HTTPLimits
    private var parser: RequestParser
    private var phase = Phase.head
    private var decoder: ChunkedDecoder
    private var bodyLimit: Int

    init(limits: HTTPLimits) {
        self.limits = limits
        parser = RequestParser(limits: limits)
        bodyLimit = limits.body
        decoder = ChunkedDecoder(bodyLimit: bodyLimit)
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
        case .admission(let headLength): .needsAdmission(headLength: headLength)
        case .fixedBody(let layout): input.count < layout.length ? .needsBody : .request(layout)
        case .chunkedBody(let headLength, let bodyEnd): try readChunks(input, headLength: headLength, from: bodyEnd)
        }
    }

    /// Reads the body of the request, which has up to `limit` bytes, after ``Progress/needsAdmission(headLength:)``.
    ///
    /// - Throws: ``HTTPParseError/bodyTooLarge``, or the reason that the head has for not reading it at all.
    mutating func admitBody(limit: Int) throws(HTTPParseError) {
        guard case .admission(let headLength) = phase else { return }
        bodyLimit = min(limit, limits.body)
        switch parser.head.bodyFraming {
        case .none:
            phase = .fixedBody(Self.layout(headLength: headLength, bodyLength: 0))
        case .length(let count):
            guard count <= bodyLimit else { throw .bodyTooLarge }
            phase = .fixedBody(Self.layout(headLength: headLength, bodyLength: count))
        case .chunked:
            decoder = ChunkedDecoder(bodyLimit: bodyLimit)
            phase = .chunkedBody(headLength: headLength, bodyEnd: headLength)
        case .refused(let error):
            throw error
        }
    }

    /// How many bytes of the input the request can need; no more is known of one whose body is not admitted.
    var longest: Int {
        switch phase {
        case .head, .admission: .max
        case .fixedBody(let layout): layout.length
        case .chunkedBody(let headLength, _): headLength + bodyLimit + Self.chunkRoom
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
            return .request(Self.layout(headLength: headLength, bodyLength: 0))
        case .length(let count):
            // Here already: a question would cost more than it saves.
            let layout = Self.layout(headLength: headLength, bodyLength: count)
            if input.count >= layout.length { return .request(layout) }
        case .chunked, .refused:
            break
        }
        phase = .admission(headLength: headLength)
        return .needsAdmission(headLength: headLength)
    }

    private static func layout(headLength: Int, bodyLength: Int) -> RequestLayout {
        let end = headLength + bodyLength
        return RequestLayout(headLength: headLength, bodyEnd: end, length: end)
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
                return .needsBody
            }
        }
    }
}
