public import EventStore
import Foundation
import GRDB

/// Reads an inbox without writing to it, also while a receiver uses it.
public final class SQLiteReader: InboxReader {
    let queue: DatabaseQueue

    /// Opens the database at `path`.
    ///
    /// - Throws: a ``StoreError`` that is a sentence for the operator.
    public init(path: String) throws(StoreError) {
        if access(path, R_OK) != 0 {
            throw errno == ENOENT || errno == ENOTDIR ? .missing(path) : .unreadable(path, cause: errno)
        }
        do {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(1)
            queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.read { try Schema.current.checkVersion($0, path: path) }
        } catch {
            throw StoreError(error, operation: "open")
        }
    }

    /// A part of the messages that fulfil a query, with their deliveries.
    public func messages(_ query: MessageQuery, _ page: MessagePage) async throws(StoreError) -> [MessageRecord] {
        try await read("messages") { try $0.messages(query, page) }
    }

    /// The body of a message exactly as signed, nil where there is no such message.
    public func body(ofMessage row: Int64) async throws(StoreError) -> [UInt8]? {
        try await read("body") { try $0.body(ofMessage: row) }
    }

    /// The failed runs of a message's deliveries, oldest first.
    public func attempts(ofMessage row: Int64) async throws(StoreError) -> [HandlerID: [AttemptRecord]] {
        try await read("attempts") { try $0.attempts(ofMessage: row) }
    }

    /// What needs something to be done, at a glance.
    public func summary() async throws(StoreError) -> InboxSummary {
        try await read("summary") { try $0.summary() }
    }

    /// The row of the newest message of each event type that has arrived.
    public func newestRows() async throws(StoreError) -> [String: Int64] {
        try await read("types") { try $0.newestRows() }
    }

    private func read<Value: Sendable>(
        _ operation: String,
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        do { return try await queue.read(body) } catch { throw StoreError(error, operation: operation) }
    }
}
