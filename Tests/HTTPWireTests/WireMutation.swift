/// Spoils requests at random.
struct WireMutation {
    /// What parsers trip over.
    private static let tokens = [
        "\r\n", "\r", "\n", " ", "\t", ":", ",", ";", "\0", "%", "[", "]", "::", "0", "9", "ffffffffffffffff", "-1",
        "\r\n\r\n", "Host: a\r\n", "Content-Length: 5\r\n", "Transfer-Encoding: chunked\r\n", "0\r\n\r\n", "HTTP/1.1",
    ].map { Array($0.utf8) }

    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    /// Changes one to four places of `bytes`.
    mutating func spoil(_ bytes: [UInt8]) -> [UInt8] {
        var spoilt = bytes
        for _ in 0..<random(1...4) { spoilOnce(&spoilt) }
        return spoilt
    }

    /// Bytes of any kind.
    mutating func noise() -> [UInt8] {
        (0..<random(1...64)).map { _ in UInt8(random(0...255)) }
    }

    mutating func random(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &generator)
    }

    private mutating func spoilOnce(_ bytes: inout [UInt8]) {
        let start = random(0...bytes.count)
        let end = random(start...min(bytes.count, start + 8))
        switch random(0...4) {
        case 0: bytes.removeSubrange(start..<end)
        case 1: bytes.insert(contentsOf: bytes[start..<end], at: random(0...bytes.count))
        case 2: bytes.insert(UInt8(random(0...255)), at: start)
        case 3: bytes.insert(contentsOf: Self.tokens[random(0...Self.tokens.count - 1)], at: start)
        default: bytes.replaceSubrange(start..<end, with: Self.tokens[random(0...Self.tokens.count - 1)])
        }
    }
}
