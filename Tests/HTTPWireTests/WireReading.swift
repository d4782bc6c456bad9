import HTTPWire

/// Reads one request as a connection does: every time from its first byte on, with everything that has arrived.
struct WireReading {
    private var parser: RequestParser
    private var decoder: ChunkedDecoder
    private var headLength: Int?
    private var chunkOffset = 0
    private var body: [UInt8] = []

    init(limits: HTTPLimits = HTTPLimits()) {
        parser = RequestParser(limits: limits)
        decoder = ChunkedDecoder(bodyLimit: limits.body)
    }

    /// What becomes of `bytes` when they arrive up to each of `arrivals`, which ascend, and at last whole.
    static func outcome(
        of bytes: [UInt8],
        arrivals: some Sequence<Int> = EmptyCollection<Int>(),
        limits: HTTPLimits = HTTPLimits()
    ) -> WireOutcome {
        var reading = WireReading(limits: limits)
        do throws(HTTPParseError) {
            for count in arrivals {
                if let request = try reading.read(bytes.span.bytes.extracting(0..<count), isAll: false) {
                    return .accepted(request)
                }
            }
            return try reading.read(bytes.span.bytes, isAll: true).map { .accepted($0) } ?? .incomplete
        } catch {
            return .refused(error)
        }
    }

    private mutating func read(_ bytes: RawSpan, isAll: Bool) throws(HTTPParseError) -> WireRequest? {
        if headLength == nil {
            guard case .complete(let length) = try parser.parse(bytes) else { return nil }
            headLength = length
            chunkOffset = length
        }
        guard let headLength else { return nil }
        switch parser.head.bodyFraming {
        case .none:
            return request(bytes, headLength: headLength, body: "", length: headLength)
        case .length(let length):
            guard isAll || bytes.byteCount - headLength >= length else { return nil }
            let end = headLength + min(length, bytes.byteCount - headLength)
            return request(bytes, headLength: headLength, body: bytes.text(headLength..<end), length: end)
        case .chunked:
            guard try readChunks(bytes) else { return nil }
            return request(bytes, headLength: headLength, body: WireText.text(of: body), length: chunkOffset)
        case .refused(let error):
            throw error
        }
    }

    private mutating func readChunks(_ bytes: RawSpan) throws(HTTPParseError) -> Bool {
        while true {
            switch try decoder.step(bytes, at: &chunkOffset) {
            case .needsMore: return false
            case .data(let range): body += range.map { bytes.byte(at: $0) }
            case .end: return true
            }
        }
    }

    private func request(_ bytes: RawSpan, headLength: Int, body: String, length: Int) -> WireRequest {
        let head = parser.head
        return WireRequest(
            method: head.method,
            path: bytes.text(head.path),
            framing: head.bodyFraming,
            keepsAlive: head.keepsAlive,
            expectsContinue: head.expectsContinue,
            x: head.value(of: "x", in: bytes),
            headLength: headLength,
            body: body,
            length: length
        )
    }
}

extension RawSpan {
    /// The bytes in `range`, one character each.
    func text(_ range: Range<Int>) -> String {
        WireText.text(of: range.map { byte(at: $0) })
    }
}

extension RequestHead {
    /// The value of the only field of that name, one character a byte.
    func value(of name: StaticString, in bytes: RawSpan) -> String? {
        guard case .single(let range) = field(name, in: bytes) else { return nil }
        return bytes.text(range)
    }
}
