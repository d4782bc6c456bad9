import Foundation

/// The marks of the states that a log belongs to, read by the format SQLite documents ("The Write-Ahead Log", section 4).
struct LogMarks {
    private static let headerSize = 32
    private static let frameHeaderSize = 24

    /// The marks in the first page, as often as the log has that page; see ``DatabaseHead/mark``.
    private(set) var marks: Set<UInt32> = []

    /// Whether the log has more than first pages, as it has but for the moment in which a start sets the mark.
    private(set) var hasOtherPages = false

    /// Reads a log; it has no marks where it cannot be read.
    init(path: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        guard let header = Self.bytes(of: descriptor, at: 0, count: Self.headerSize) else { return }
        let pageSize = Int(Self.number(header[8..<12]))
        guard (512...65_536).contains(pageSize) else { return }
        var offset = Self.headerSize
        // Frames of an earlier round through the log have another salt.
        while let frame = Self.bytes(of: descriptor, at: offset, count: Self.frameHeaderSize),
            frame[8..<16] == header[16..<24]
        {
            if Self.number(frame[0..<4]) == 1 {
                let place = offset + Self.frameHeaderSize + DatabaseHead.markOffset
                if let mark = Self.bytes(of: descriptor, at: place, count: 4) { marks.insert(Self.number(mark[...])) }
            } else {
                hasOtherPages = true
            }
            offset += Self.frameHeaderSize + pageSize
        }
    }

    /// Whether the log can belong to a database with this mark.
    func allow(_ mark: UInt32) -> Bool {
        !hasOtherPages || marks.isEmpty || marks.contains(mark)
    }

    private static func bytes(of descriptor: Int32, at offset: Int, count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        return pread(descriptor, &bytes, count, off_t(offset)) == count ? bytes : nil
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }
}
