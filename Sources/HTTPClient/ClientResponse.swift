/// What a server answered.
package struct ClientResponse: Sendable {
    /// The bytes that the lines of a head may have, interim responses included.
    private static let headLimit = 64 << 10

    package private(set) var status = 0

    /// Names as they came.
    package private(set) var headers: [(name: String, value: String)] = []

    /// Empty in the head of a stream.
    package internal(set) var body: [UInt8] = []

    /// Whether the body was longer than the request's limit, and was cut.
    package internal(set) var isCut = false

    private(set) var hasHead = false
    private var headSize = 0

    /// The first field with this name.
    package subscript(name: String) -> String? {
        headers.first { $0.name.count == name.count && $0.name.lowercased() == name.lowercased() }?.value
    }

    /// Takes a line of the head as curl hands it out, and returns false when there are too many bytes.
    ///
    /// - Parameter status: what curl has read so far.
    mutating func read(line: UnsafeRawBufferPointer, status: Int) -> Bool {
        headSize += line.count
        guard headSize <= Self.headLimit else { return false }
        let text = String(decoding: line, as: UTF8.self)
        if text.hasPrefix("HTTP/") {
            // An interim response came before.
            (headers, hasHead) = ([], false)
        } else if hasHead {
            // A trailer.
        } else if text == "\r\n" || text == "\n" {
            self.status = status
            hasHead = status >= 200
        } else if let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) {
            let value = text[text.utf8.index(after: colon)...]
            headers.append((String(text[..<colon]), Self.trimmed(value)))
        }
        return true
    }

    private static func trimmed(_ value: Substring) -> String {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        var bytes = value.utf8.drop(while: isSpace)
        while let last = bytes.last, isSpace(last) { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
