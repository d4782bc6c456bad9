import Foundation

/// Reads a file line by line, with one block and one line in memory.
struct LineReader {
    private static let blockSize = 1 << 16

    /// The number of the line that was read last, counted from 1.
    private(set) var number = 0

    private let name: String
    private let handle: FileHandle
    private var buffer: [UInt8] = []

    /// Where the next line begins in the buffer.
    private var start = 0
    private var isAtEnd = false

    /// Opens a file, or standard input under the name `-`.
    init(_ name: String) throws {
        self.name = name
        guard let handle = name == "-" ? .standardInput : FileHandle(forReadingAtPath: name) else {
            throw InputFile.unreadable(name)
        }
        self.handle = handle
    }

    /// The next line without its end, nil after the last.
    mutating func next() throws -> Data? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) { return take(until: end) }
            guard !isAtEnd else { return start < buffer.endIndex ? take(until: buffer.endIndex) : nil }
            searched = buffer.endIndex - start
            try readBlock()
        }
    }

    private mutating func readBlock() throws {
        do {
            let block = try handle.read(upToCount: Self.blockSize) ?? Data()
            isAtEnd = block.isEmpty
            buffer.removeSubrange(..<start)
            buffer.append(contentsOf: block)
            start = 0
        } catch {
            throw InputFile.unreadable(name)
        }
    }

    private mutating func take(until end: Int) -> Data {
        number += 1
        defer { start = min(end + 1, buffer.endIndex) }
        return Data(buffer[start..<end])
    }
}
