/// Decodes the chunked transfer coding (RFC 9112 §7.1): a state machine that goes on at any byte.
///
/// Extensions and trailers are checked for control characters, counted against a limit and ignored; so are leading
/// zeros, as all of them make a body longer on the wire than its limit.
public struct ChunkedDecoder: Sendable {
    /// What the bytes at hand hold next.
    public enum Step: Hashable, Sendable {
        /// Everything is read; the body goes on.
        case needsMore

        /// These bytes belong to the body.
        case data(Range<Int>)

        /// The body is complete.
        case end
    }

    private enum State {
        case size, extensionGap, extensionText, sizeLineFeed
        case data, dataReturn, dataLineFeed
        case trailerStart, trailerName, trailerText, trailerLineFeed, finalLineFeed
        case end
    }

    /// The most hexadecimal digits of a chunk size, leading zeros included.
    private static let sizeDigitLimit = 16

    /// The most bytes of leading zeros, extensions and trailers of one body.
    private static let overheadLimit = 16_384

    private let bodyLimit: Int
    private var state = State.size
    private var remaining = 0
    private var sizeDigits = 0
    private var total = 0
    private var overhead = 0

    /// Makes a decoder for one body of at most `bodyLimit` bytes, up to 2^40.
    public init(bodyLimit: Int) {
        self.bodyLimit = min(max(0, bodyLimit), HTTPLimits.maximumBody)
    }

    /// Reads on from `offset`, which it moves behind what it has read; not to be called after it has thrown.
    ///
    /// - Throws: ``HTTPParseError/malformedChunk``, ``HTTPParseError/bodyTooLarge`` or
    ///   ``HTTPParseError/headerTooLarge`` when extensions or trailers exceed their limit.
    public mutating func step(_ bytes: RawSpan, at offset: inout Int) throws(HTTPParseError) -> Step {
        while state != .end {
            guard offset < bytes.byteCount else { return .needsMore }
            if state == .data {
                let end = offset + min(remaining, bytes.byteCount - offset)
                defer { offset = end }
                remaining -= end - offset
                total += end - offset
                if remaining == 0 { state = .dataReturn }
                return .data(offset..<end)
            }
            try consume(bytes.byte(at: offset))
            offset += 1
        }
        return .end
    }

    private mutating func consume(_ byte: UInt8) throws(HTTPParseError) {
        switch state {
        case .size, .extensionGap, .extensionText, .sizeLineFeed: try consumeSizeLine(byte)
        case .dataReturn: state = try expect(ASCII.carriageReturn, byte, then: .dataLineFeed)
        case .dataLineFeed:
            state = try expect(ASCII.lineFeed, byte, then: .size)
            sizeDigits = 0
        case .trailerStart, .trailerName, .trailerText, .trailerLineFeed, .finalLineFeed: try consumeTrailer(byte)
        case .data, .end: break
        }
    }

    private mutating func consumeSizeLine(_ byte: UInt8) throws(HTTPParseError) {
        if state == .size, let digit = ASCII.hexadecimal(byte) { return try appendSizeDigit(digit) }
        switch (state, byte) {
        case (.size, ASCII.carriageReturn) where sizeDigits > 0, (.extensionText, ASCII.carriageReturn):
            state = .sizeLineFeed
        case (.sizeLineFeed, ASCII.lineFeed):
            state = remaining == 0 ? .trailerStart : .data
        default:
            try consumeExtension(byte)
        }
    }

    private mutating func consumeExtension(_ byte: UInt8) throws(HTTPParseError) {
        try countOverhead()
        switch (state, byte) {
        case (.size, UInt8(ascii: ";")) where sizeDigits > 0, (.extensionGap, UInt8(ascii: ";")):
            state = .extensionText
        case (.size, _) where sizeDigits > 0 && ASCII.isBlank(byte), (.extensionGap, _) where ASCII.isBlank(byte):
            state = .extensionGap
        case (.extensionText, _) where ASCII.isFieldContent(byte): break
        default: throw .malformedChunk
        }
    }

    private mutating func appendSizeDigit(_ digit: UInt8) throws(HTTPParseError) {
        sizeDigits += 1
        guard sizeDigits <= Self.sizeDigitLimit else { throw .malformedChunk }
        if sizeDigits > 1, remaining == 0 { try countOverhead() }
        // Cannot overflow: what was read before is at most ``HTTPLimits/maximumBody``.
        remaining = remaining * 16 + Int(digit)
        guard remaining <= bodyLimit - total else { throw .bodyTooLarge }
    }

    private mutating func consumeTrailer(_ byte: UInt8) throws(HTTPParseError) {
        try countOverhead()
        switch (state, byte) {
        case (.trailerStart, ASCII.carriageReturn): state = .finalLineFeed
        case (.trailerStart, _) where ASCII.isToken(byte): state = .trailerName
        case (.trailerName, ASCII.colon): state = .trailerText
        case (.trailerName, _) where ASCII.isToken(byte): break
        case (.trailerText, ASCII.carriageReturn): state = .trailerLineFeed
        case (.trailerText, _) where ASCII.isFieldContent(byte): break
        case (.trailerLineFeed, ASCII.lineFeed): state = .trailerStart
        case (.finalLineFeed, ASCII.lineFeed): state = .end
        default: throw .malformedChunk
        }
    }

    private func expect(_ expected: UInt8, _ byte: UInt8, then next: State) throws(HTTPParseError) -> State {
        guard byte == expected else { throw .malformedChunk }
        return next
    }

    private mutating func countOverhead() throws(HTTPParseError) {
        overhead += 1
        guard overhead <= Self.overheadLimit else { throw .headerTooLarge }
    }
}
