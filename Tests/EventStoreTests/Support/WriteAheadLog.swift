import Foundation

/// SQLite's log as a file, read by the format SQLite documents ("The Write-Ahead Log", section 4).
struct WriteAheadLog {
    private static let headerSize = 32
    private static let frameHeaderSize = 24

    private let bytes: [UInt8]

    init(database: String) throws {
        bytes = Array(try contents(of: database + "-wal"))
    }

    /// The number of transactions in the log: each ends with a frame that holds the new size of the database.
    var transactionCount: Int {
        // A log that was emptied has no header either.
        guard bytes.count > Self.headerSize else { return 0 }
        let frameSize = Self.frameHeaderSize + Int(number(at: 8))
        let frames = stride(from: Self.headerSize, through: bytes.count - frameSize, by: frameSize)
        return frames.count { isCurrent($0) && number(at: $0 + 4) != 0 }
    }

    /// False for a frame that an earlier round through the log left behind.
    private func isCurrent(_ frame: Int) -> Bool {
        bytes[16..<24].elementsEqual(bytes[frame + 8..<frame + 16])
    }

    private func number(at offset: Int) -> UInt32 {
        bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
}
