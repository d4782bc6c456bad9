import WireSources

/// A head, read in the plainest way: cut at its line ends, at spaces, and at the first colon of a line.
struct PlainHead {
    /// Where the request line starts, behind an empty line.
    let start: Int

    /// Behind the empty line at the end.
    let end: Int

    /// Everything but the empty lines around it.
    let content: ArraySlice<UInt8>

    /// Without their line ends.
    let lines: [ArraySlice<UInt8>]

    /// What spaces separate in the first line.
    let words: [ArraySlice<UInt8>]

    /// Names in lower case as far as they go, and values without the blanks around them.
    let fields: [(name: ArraySlice<UInt8>, value: ArraySlice<UInt8>)]

    /// Finds the parts; nil when no empty line ends the head.
    init?(_ bytes: [UInt8]) {
        start = bytes.starts(with: "\r\n".utf8) ? 2 : 0
        let emptyLine = Array("\r\n\r\n".utf8)
        let last = bytes.indices.dropFirst(start).first { bytes[$0...].starts(with: emptyLine) }
        guard let last else { return nil }
        end = last + emptyLine.count
        content = bytes[start..<last]
        lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
        words = lines.first?.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false) ?? []
        fields = lines.dropFirst().map { line in
            let name = line.prefix { $0 != UInt8(ascii: ":") }
            return (ArraySlice(name.map(Self.lowercased)), Self.trimmed(line.dropFirst(name.count + 1)))
        }
    }

    /// Whether the target has a host, or a host is an address in brackets: their grammar is not read here.
    var isUnusual: Bool {
        target.first != UInt8(ascii: "/") || values(of: "host").contains { $0.first == UInt8(ascii: "[") }
    }

    // MARK: The request line

    var method: String { words.first.map { String(decoding: $0, as: UTF8.self) } ?? "" }

    var target: ArraySlice<UInt8> { words.dropFirst().first ?? [] }

    var version: ArraySlice<UInt8> { words.dropFirst(2).first ?? [] }

    var minorVersion: Int { version.last == UInt8(ascii: "0") ? 0 : 1 }

    /// What stands before the query; of a whole URI what stands behind the host.
    var path: ArraySlice<UInt8> {
        guard target != [UInt8(ascii: "*")] else { return [] }
        let beforeQuery = target.prefix { $0 != UInt8(ascii: "?") }
        guard target.first != UInt8(ascii: "/") else { return beforeQuery }
        let behindScheme = beforeQuery.drop { $0 != UInt8(ascii: "/") }.dropFirst(2)
        return behindScheme.drop { $0 != UInt8(ascii: "/") }
    }

    // MARK: Fields

    func values(of name: String) -> [ArraySlice<UInt8>] {
        fields.filter { $0.name.elementsEqual(name.utf8) }.map(\.value)
    }

    /// What commas separate in all fields of a name, in lower case.
    func members(of name: String) -> [String] {
        values(of: name).flatMap { $0.split(separator: UInt8(ascii: ",")) }.map(Self.trimmed).filter { !$0.isEmpty }
            .map { String(decoding: $0.map(Self.lowercased), as: UTF8.self) }
    }

    /// The length of the body as RFC 9112 §6.3 has it; nil where it has none for a request.
    var bodyFraming: RequestHead.BodyFraming? {
        let lengths = values(of: "content-length")
        let codings = values(of: "transfer-encoding").map { String(decoding: $0.map(Self.lowercased), as: UTF8.self) }
        switch (lengths.count, codings.count) {
        case (0, 0): return ["POST", "PUT", "PATCH"].contains(method) ? nil : RequestHead.BodyFraming.none
        case (0, 1): return codings == ["chunked"] && minorVersion == 1 ? .chunked : nil
        case (1, 0): return lengths.first.flatMap(Self.decimal).map { $0 == 0 ? .none : .length($0) }
        default: return nil
        }
    }

    // MARK: Bytes

    static func lowercased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }

    static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let rest = bytes.drop(while: isBlank)
        return rest.dropLast(rest.reversed().prefix(while: isBlank).count)
    }

    /// The value of digits; nil for anything else, and for what does not fit.
    static func decimal(_ bytes: ArraySlice<UInt8>) -> Int? {
        bytes.allSatisfy(isDigit) ? Int(String(decoding: bytes, as: UTF8.self)) : nil
    }
}
