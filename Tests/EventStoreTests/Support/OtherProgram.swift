import GRDB

/// A program that holds a transaction in a database until it is told to let go.
struct OtherProgram {
    private let queue: DatabaseQueue

    /// Holds the lock for writing.
    init(holding path: String) async throws {
        queue = try Self.open(path)
        try await queue.writeWithoutTransaction { try $0.beginTransaction(.immediate) }
    }

    /// Holds what it can read.
    init(reading path: String) async throws {
        queue = try Self.open(path)
        try await queue.writeWithoutTransaction { database in
            try database.beginTransaction(.deferred)
            _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM messages")
        }
    }

    private static func open(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    func letGo() async throws {
        try await queue.writeWithoutTransaction { try $0.commit() }
    }

    /// Moves the log into the database file, as SQLite's shell can.
    func moveLog() async throws {
        _ = try await queue.writeWithoutTransaction { try $0.checkpoint(.full) }
    }
}
