import ArgumentParser
import EventStoreSQLite
import Foundation

/// Makes a database with many messages, unless it is there.
struct FillCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "fill")

    @OptionGroup var database: DatabaseOption

    @Option(help: "The number of messages.")
    var rows = 10_000_000

    /// The file gets its name when it is whole.
    func run() async throws {
        guard !FileManager.default.fileExists(atPath: database.path) else { return }
        let unfinished = database.path + ".unfinished"
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: unfinished + suffix) }
        // The schema is the store's.
        try await SQLiteStore(path: unfinished).close()
        try InboxFiller(path: unfinished, rows: rows).fill()
        // The filler has turned the log off.
        try await SQLiteStore(path: unfinished).close()
        try FileManager.default.moveItem(atPath: unfinished, toPath: database.path)
    }
}
