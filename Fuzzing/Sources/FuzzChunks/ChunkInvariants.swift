import FuzzSupport
import WireSources

/// What holds for any body in chunked coding.
struct ChunkInvariants {
    private let bytes: [UInt8]
    private let bodyLimit: Int

    init(_ bytes: [UInt8], bodyLimit: Int) {
        self.bytes = bytes
        self.bodyLimit = bodyLimit
    }

    /// Checks all of them.
    func check() throws(BrokenInvariant) {
        let whole = try decode(bytes, in: [0..<bytes.count])
        try require(whole.body.count <= bodyLimit, "a body is longer than its limit")
        let byBytes = try decode(bytes, in: Splits.everyByte(of: bytes))
        try require(byBytes == whole, "a body that comes byte by byte is another one")
        let inPieces = try decode(bytes, in: Splits.some(of: bytes))
        try require(inPieces == whole, "a body that comes in pieces is another one")
        try checkAgainstPlain(whole)
        switch whole.outcome {
        case .complete: try checkEnd(whole)
        case .incomplete: try require(whole.end == bytes.count, "bytes are left although the body goes on")
        case .refused: try checkRefusal(whole)
        }
    }

    private func decode(_ bytes: [UInt8], in reads: [Range<Int>]) throws(BrokenInvariant) -> DecodedBody {
        try DecodedBody(bytes, in: reads, bodyLimit: bodyLimit)
    }

    private func checkAgainstPlain(_ decoded: DecodedBody) throws(BrokenInvariant) {
        let plain = PlainBody(bytes)
        guard decoded.outcome == .complete else {
            // A longer input can break the limit of extensions and trailers, which is not read there.
            let isAccepted = plain.map { $0.body.count <= bodyLimit && $0.end <= 16_384 } ?? false
            return try require(!isAccepted, "a body without a mistake is not accepted: \(decoded.outcome)")
        }
        guard let plain else { throw BrokenInvariant("a body with a mistake is accepted") }
        try require(plain.body == decoded.body, "a body is decoded to other bytes")
        try require(plain.end == decoded.end, "a body ends elsewhere")
    }

    /// What follows a body is left, and makes no difference.
    private func checkEnd(_ decoded: DecodedBody) throws(BrokenInvariant) {
        var alone = try decode(bytes, in: [0..<decoded.end])
        try require(alone == decoded, "a body needs what follows it")
        try alone.checkEnd(before: Array(bytes[decoded.end...]))
        let cut = try decode(bytes, in: [0..<decoded.end - 1])
        try require(cut.outcome == .incomplete, "a body is complete before its last byte")
    }

    /// What is refused stays refused, whatever follows.
    private func checkRefusal(_ decoded: DecodedBody) throws(BrokenInvariant) {
        try require(decoded.end < bytes.count, "what is refused is read")
        let upToMistake = try decode(bytes, in: [0..<min(bytes.count, decoded.end + 1)])
        try require(upToMistake == decoded, "a mistake needs what follows it")
        let before = try decode(bytes, in: [0..<decoded.end])
        try require(before.outcome == .incomplete, "a mistake is found before it is there")
    }
}
