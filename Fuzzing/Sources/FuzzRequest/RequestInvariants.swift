import FuzzSupport
@testable import WireSources

/// What holds for the head of any request.
struct RequestInvariants {
    private let bytes: [UInt8]
    private let limits: HTTPLimits
    private let plain: PlainHead?

    init(_ bytes: [UInt8], limits: HTTPLimits) {
        self.bytes = bytes
        self.limits = limits
        plain = PlainHead(bytes)
    }

    /// Checks all of them.
    func check() throws(BrokenInvariant) {
        let parsed = parse(bytes, in: [0..<bytes.count])
        try checkSplits(parsed)
        switch parsed.outcome {
        case .incomplete: try checkIncomplete()
        case .refused(let error): try checkRefused(error)
        case .complete(let end): try checkComplete(parsed, end: end)
        }
    }

    private func parse(_ bytes: [UInt8], in reads: [Range<Int>]) -> ParsedRequest {
        var parser = RequestParser(limits: limits)
        return ParsedRequest(bytes, in: reads, with: &parser)
    }

    private func checkSplits(_ whole: ParsedRequest) throws(BrokenInvariant) {
        let byBytes = parse(bytes, in: Splits.everyByte(of: bytes))
        try require(byBytes == whole, "a request that comes byte by byte is another one")
        try require(parse(bytes, in: Splits.some(of: bytes)) == whole, "a request that comes in pieces is another one")
        guard case .complete(let end) = whole.outcome else { return }
        try require(byBytes.decidedAt == end, "a head is not complete with its last byte")
    }

    private func checkIncomplete() throws(BrokenInvariant) {
        try require(plain == nil, "a complete head is called incomplete")
        let most = limits.requestLine + limits.headerSection + 4
        try require(bytes.count <= most, "more is awaited than the limits allow")
    }

    private func checkRefused(_ error: HTTPParseError) throws(BrokenInvariant) {
        guard let plain, !plain.isUnusual else { return }
        try require(plain.mistake(limits: limits) != nil, "a head without a mistake is refused: \(error.reason)")
    }

    private func checkComplete(_ parsed: ParsedRequest, end: Int) throws(BrokenInvariant) {
        guard let plain, let head = parsed.head else { throw BrokenInvariant("a head has no empty line") }
        try require(end == plain.end, "a head ends elsewhere than at its empty line")
        let mistake = plain.mistake(limits: limits)
        try require(mistake == nil, "a head is accepted although \(mistake ?? "")")
        try checkRequestLine(head, plain)
        try checkFields(head, plain)
        try checkMeaning(head, plain)
        try checkReset(end: end)
    }

    // MARK: The parts of a head

    private func checkRequestLine(_ head: ParsedRequest.Head, _ plain: PlainHead) throws(BrokenInvariant) {
        try require(head.method == Self.method(plain.method), "the method is another one")
        try require(head.minorVersion == plain.minorVersion, "the version is another one")
        try require(isInside(head.path, plain), "the path lies outside")
        try require(bytes[head.path].elementsEqual(plain.path), "the path is another one")
    }

    private static func method(_ name: String) -> RequestHead.Method {
        switch name {
        case "GET": .get
        case "HEAD": .head
        case "POST": .post
        case "PUT": .put
        case "PATCH": .patch
        default: .other
        }
    }

    private func checkFields(_ head: ParsedRequest.Head, _ plain: PlainHead) throws(BrokenInvariant) {
        try require(head.fieldCount == plain.fields.count, "the number of fields is wrong")
        for (name, lookup) in zip(ParsedRequest.fieldNames, head.lookups) {
            let values = plain.values(of: "\(name)")
            switch lookup {
            case .absent: try require(values.isEmpty, "\(name) is not found")
            case .repeated: try require(values.count > 1, "\(name) is found too often")
            case .single(let range):
                try require(isInside(range, plain), "the value of \(name) lies outside")
                try require(values.map(Array.init) == [Array(bytes[range])], "\(name) has another value")
            }
        }
    }

    private func isInside(_ range: Range<Int>, _ plain: PlainHead) -> Bool {
        range.lowerBound >= plain.start && range.upperBound <= plain.end
    }

    private func checkMeaning(_ head: ParsedRequest.Head, _ plain: PlainHead) throws(BrokenInvariant) {
        try require(head.bodyFraming == plain.bodyFraming, "the body has another length")
        let closes = plain.minorVersion == 0 || plain.members(of: "connection").contains("close")
        try require(head.keepsAlive == !closes, "the connection ends at another time")
        let hasBody = head.bodyFraming != .none
        let expects = plain.minorVersion == 1 && !plain.members(of: "expect").isEmpty && hasBody
        try require(head.expectsContinue == expects, "the client waits for something else")
    }

    /// What comes next is read as if nothing had come before.
    private func checkReset(end: Int) throws(BrokenInvariant) {
        let next = Array(bytes[end...])
        var parser = RequestParser(limits: limits)
        _ = ParsedRequest(bytes, in: [0..<end], with: &parser)
        parser.reset()
        let again = ParsedRequest(next, in: [0..<next.count], with: &parser)
        try require(again == parse(next, in: [0..<next.count]), "a request leaves a trace in the next one")
    }
}
