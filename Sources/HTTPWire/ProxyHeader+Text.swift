extension ProxyHeader {
    /// What every header of version 1 begins with (PROXY protocol §2.1).
    static var textSignature: StaticString { "PROXY " }

    /// The most bytes of one, with its line end.
    private static var textLimit: Int { 107 }

    /// Reads a header of version 1; nil when its line end is not there.
    static func readText(_ bytes: RawSpan) throws(ProxyHeaderError) -> ProxyHeader? {
        let searchEnd = min(bytes.byteCount, textLimit)
        guard let lineFeed = bytes.firstOffset(of: ASCII.lineFeed, from: 0, before: searchEnd) else {
            guard bytes.byteCount < textLimit else { throw .malformed }
            return nil
        }
        guard bytes.byte(at: lineFeed - 1) == ASCII.carriageReturn else { throw .malformed }
        let text = bytes.extracting(0..<lineFeed - 1).withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
        return ProxyHeader(client: try client(inLine: text), length: lineFeed + 1)
    }

    /// Whom a line names, such as `PROXY TCP4 192.0.2.1 192.0.2.2 56324 443`.
    private static func client(inLine text: String) throws(ProxyHeaderError) -> ClientAddress? {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        // What follows UNKNOWN is to be ignored.
        if words.dropFirst().first == "UNKNOWN" { return nil }
        guard words.count == 6, let source = address(words[2], family: words[1]),
            address(words[3], family: words[1]) != nil, isPort(words[4]), isPort(words[5])
        else { throw .malformed }
        return source
    }

    private static func address(_ word: Substring, family: Substring) -> ClientAddress? {
        let isIPv6 = word.contains(":")
        guard family == (isIPv6 ? "TCP6" : "TCP4") else { return nil }
        return ClientAddress(String(word))
    }

    /// Whether a word is a decimal number up to 65535 without zeros in front.
    private static func isPort(_ word: Substring) -> Bool {
        UInt16(word).map { String($0) == word } ?? false
    }
}
