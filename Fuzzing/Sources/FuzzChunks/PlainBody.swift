/// A body in chunked coding, read in the plainest way: a line, its number, as many bytes, and so on.
struct PlainBody {
    private(set) var body: [UInt8] = []

    /// Behind the coding.
    private(set) var end = 0

    /// Reads a whole body; nil when there is a mistake in it or its end is not there.
    init?(_ bytes: [UInt8]) {
        while let line = readLine(bytes), let size = Self.size(line) {
            guard size > 0 else {
                guard readTrailers(bytes) else { return nil }
                return
            }
            guard size <= bytes.count - end else { return nil }
            body += bytes[end..<end + size]
            end += size
            guard readLine(bytes)?.isEmpty == true else { return nil }
        }
        return nil
    }

    /// The bytes before the next CR LF; nil when there is none, or the CR or the LF that comes first is not part of one.
    private mutating func readLine(_ bytes: [UInt8]) -> ArraySlice<UInt8>? {
        let line = bytes[end...].prefix { $0 != 13 && $0 != 10 }
        guard bytes[line.endIndex...].starts(with: "\r\n".utf8) else { return nil }
        end = line.endIndex + 2
        return line
    }

    /// The size before an extension, which is ignored.
    private static func size(_ line: ArraySlice<UInt8>) -> Int? {
        let digits = line.prefix { isAlphanumeric($0) }
        let rest = line.dropFirst(digits.count)
        guard (1...16).contains(digits.count), rest.isEmpty || isExtension(rest) else { return nil }
        return Int(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    private static func isExtension(_ text: ArraySlice<UInt8>) -> Bool {
        text.first { $0 != 32 && $0 != 9 } == UInt8(ascii: ";") && text.allSatisfy(isPrintable)
    }

    /// Reads fields up to the empty line.
    private mutating func readTrailers(_ bytes: [UInt8]) -> Bool {
        while let line = readLine(bytes) {
            if line.isEmpty { return true }
            let name = line.prefix { $0 != UInt8(ascii: ":") }
            let isName = !name.isEmpty && name.allSatisfy { isToken($0) }
            guard isName, name.count < line.count, line.allSatisfy(Self.isPrintable) else { return false }
        }
        return false
    }

    private func isToken(_ byte: UInt8) -> Bool {
        Self.isAlphanumeric(byte) || "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122: true
        default: false
        }
    }

    private static func isPrintable(_ byte: UInt8) -> Bool { byte >= 32 && byte != 127 || byte == 9 }
}
