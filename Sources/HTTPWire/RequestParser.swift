/// Parses request heads: a state machine over borrowed bytes that goes on where it stopped.
///
/// It reads whole lines only, and each once, so that bytes that arrive one by one cost no more than all at once, and
/// however they are split the result is the same.
public struct RequestParser: Sendable {
    /// How far a head has come.
    public enum Progress: Hashable, Sendable {
        /// The head does not end in these bytes.
        case needsMore

        /// The head is complete; the body starts at this offset.
        case complete(Int)
    }

    private enum Section {
        case start, requestLine, fields
    }

    private let limits: HTTPLimits
    private var section = Section.start
    private var lineStart = 0
    private var searched = 0
    private var sectionStart = 0

    /// The head as far as it is parsed; whole after ``Progress/complete(_:)``.
    public private(set) var head = RequestHead()

    /// Makes a parser for one connection.
    public init(limits: HTTPLimits) {
        self.limits = limits
    }

    /// Forgets the head and starts with the next request.
    public mutating func reset() {
        section = .start
        lineStart = 0
        searched = 0
        head.clear()
    }

    /// Parses on.
    ///
    /// - Parameter bytes: the request from its first byte on, with everything that has arrived so far.
    /// - Throws: ``HTTPParseError`` as soon as the bytes can no longer become a request.
    public mutating func parse(_ bytes: RawSpan) throws(HTTPParseError) -> Progress {
        if section == .start {
            guard try skipEmptyLine(bytes) else { return .needsMore }
        }
        while let lineFeed = bytes.firstOffset(of: ASCII.lineFeed, from: searched, before: bytes.byteCount) {
            try checkLimits(lineEnd: lineFeed + 1)
            guard lineFeed > lineStart, bytes.byte(at: lineFeed - 1) == ASCII.carriageReturn else {
                throw .bareLineEnd
            }
            let line = lineStart..<lineFeed - 1
            lineStart = lineFeed + 1
            searched = lineStart
            guard section == .fields else {
                try parseRequestLine(line, bytes)
                section = .fields
                sectionStart = lineStart
                continue
            }
            guard !line.isEmpty else {
                try head.interpretFields(bytes, limits: limits)
                return .complete(lineStart)
            }
            try parseField(line, bytes)
        }
        searched = bytes.byteCount
        // At least a line feed is still to come.
        try checkLimits(lineEnd: bytes.byteCount + 1)
        return .needsMore
    }

    /// Skips one empty line before the request line (RFC 9112 §2.2); false when it needs more bytes to tell.
    private mutating func skipEmptyLine(_ bytes: RawSpan) throws(HTTPParseError) -> Bool {
        guard bytes.byteCount > 0 else { return false }
        let first = bytes.byte(at: 0)
        if first == ASCII.carriageReturn {
            guard bytes.byteCount > 1 else { return false }
            guard bytes.byte(at: 1) == ASCII.lineFeed else { throw .bareLineEnd }
            guard bytes.byteCount > 2 else { return false }
            lineStart = 2
        } else if first == ASCII.lineFeed {
            throw .bareLineEnd
        }
        // Anything but a method, such as a TLS handshake, is refused at its first byte.
        guard ASCII.isToken(bytes.byte(at: lineStart)) else { throw .malformedRequestLine }
        searched = lineStart
        section = .requestLine
        return true
    }

    private func checkLimits(lineEnd: Int) throws(HTTPParseError) {
        // The shortest line is CR LF: what arrives of it must not make a difference.
        let lineEnd = max(lineEnd, lineStart + 2)
        if section == .requestLine {
            guard lineEnd - lineStart <= limits.requestLine + 2 else { throw .requestLineTooLong }
        } else {
            guard lineEnd - sectionStart <= limits.headerSection else { throw .headerTooLarge }
        }
    }

    // MARK: Request line (RFC 9112 §3)

    private mutating func parseRequestLine(_ line: Range<Int>, _ bytes: RawSpan) throws(HTTPParseError) {
        var offset = line.lowerBound
        while offset < line.upperBound, ASCII.isToken(bytes.byte(at: offset)) { offset += 1 }
        let method = line.lowerBound..<offset
        guard !method.isEmpty, offset < line.upperBound, bytes.byte(at: offset) == ASCII.space else {
            throw .malformedRequestLine
        }
        head.method = Self.method(method, bytes)
        let targetStart = offset + 1
        offset = targetStart
        while offset < line.upperBound, bytes.byte(at: offset) != ASCII.space { offset += 1 }
        let target = targetStart..<offset
        guard !target.isEmpty, offset < line.upperBound else { throw .malformedRequestLine }
        try parseVersion(offset + 1..<line.upperBound, bytes)
        head.asksForTunnel = bytes.equalsExactly("CONNECT", in: method)
        guard !head.asksForTunnel || bytes.byte(at: targetStart) == UInt8(ascii: "/") else { throw .unknownMethod }
        let isOptions = bytes.equalsExactly("OPTIONS", in: method)
        head.path = try RequestTarget.path(of: target, in: bytes, allowsAsterisk: isOptions)
    }

    private mutating func parseVersion(_ range: Range<Int>, _ bytes: RawSpan) throws(HTTPParseError) {
        let major = range.lowerBound + 5
        guard range.count == 8, bytes.equalsExactly("HTTP/", in: range.lowerBound..<major),
            ASCII.isDigit(bytes.byte(at: major)), bytes.byte(at: major + 1) == UInt8(ascii: "."),
            ASCII.isDigit(bytes.byte(at: major + 2))
        else { throw .malformedRequestLine }
        guard bytes.byte(at: major) == UInt8(ascii: "1") else { throw .unknownVersion }
        head.minorVersion = bytes.byte(at: major + 2) == UInt8(ascii: "0") ? 0 : 1
    }

    private static func method(_ range: Range<Int>, _ bytes: RawSpan) -> RequestHead.Method {
        if bytes.equalsExactly("POST", in: range) { return .post }
        if bytes.equalsExactly("GET", in: range) { return .get }
        if bytes.equalsExactly("HEAD", in: range) { return .head }
        if bytes.equalsExactly("PUT", in: range) { return .put }
        if bytes.equalsExactly("PATCH", in: range) { return .patch }
        return .other
    }

    // MARK: Fields (RFC 9112 §5)

    private mutating func parseField(_ line: Range<Int>, _ bytes: RawSpan) throws(HTTPParseError) {
        guard head.fieldCount < limits.fieldCount else { throw .headerTooLarge }
        guard !ASCII.isBlank(bytes.byte(at: line.lowerBound)) else { throw .foldedField }
        var offset = line.lowerBound
        while offset < line.upperBound, ASCII.isToken(bytes.byte(at: offset)) { offset += 1 }
        let name = line.lowerBound..<offset
        guard !name.isEmpty, offset < line.upperBound, bytes.byte(at: offset) == ASCII.colon else {
            throw .malformedField
        }
        let value = bytes.trimmed(offset + 1..<line.upperBound)
        if let offset = bytes.firstOutsideFieldContent(in: value) {
            throw bytes.byte(at: offset) == ASCII.carriageReturn ? .bareLineEnd : .malformedField
        }
        head.append(name: name, value: value)
    }
}

extension RawSpan {
    /// Whether the bytes in `range` are `text`, case included.
    func equalsExactly(_ text: StaticString, in range: Range<Int>) -> Bool {
        guard range.count == text.utf8CodeUnitCount else { return false }
        for index in 0..<range.count where byte(at: range.lowerBound + index) != text.utf8Start[index] {
            return false
        }
        return true
    }
}
