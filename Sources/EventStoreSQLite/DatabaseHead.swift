import Foundation

/// What the first page of a database file says of the state that the file is in.
struct DatabaseHead: Hashable {
    /// Counts the changes of the first page, which SQLite makes whenever the database grows.
    let changeCount: UInt32

    /// The user version, which the receiver sets to another random number at each start, and in each copy.
    ///
    /// So it tells a copy that took the place of the file from the file.
    let mark: UInt32

    /// Where the mark is in the first page.
    static let markOffset = 60

    /// Reads the first page; nil where the file is too short to have one.
    init?(descriptor: Int32) {
        var bytes = [UInt8](repeating: 0, count: 64)
        guard pread(descriptor, &bytes, bytes.count, 0) == bytes.count else { return nil }
        changeCount = Self.number(bytes[24..<28])
        mark = Self.number(bytes[Self.markOffset..<Self.markOffset + 4])
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Whether a file that had this head can have got another one by SQLite's own writes.
    func canPrecede(_ other: DatabaseHead) -> Bool {
        mark == other.mark && Int32(bitPattern: other.changeCount &- changeCount) >= 0
    }
}
