public import EventStore
public import Foundation
import GRDB

/// The durable store: one SQLite file, used by one receiver at a time.
///
/// A message is acknowledged after its transaction is synced to the disk (WAL with `synchronous=FULL`). All changes go
/// through one writer, which commits what waits together; listings and dates are read beside it.
public final class SQLiteStore: EventStore {
    private let database: InboxDatabase
    private let writer: Writer

    /// Opens the database at `path`, or makes it with its folder, and brings its schema up to date.
    ///
    /// Blocks meanwhile. A migration of existing messages first copies the file to one beside it, named after the
    /// migration.
    /// - Throws: a ``StoreError`` that is a sentence for the operator; then nothing was made or changed.
    public convenience init(path: String, limits: WriteLimits = WriteLimits()) throws(StoreError) {
        try self.init(path: path, limits: limits, schema: .current)
    }

    init(path: String, limits: WriteLimits, schema: Schema) throws(StoreError) {
        database = try InboxDatabase(path: path, schema: schema)
        writer = Writer(database: database, limits: limits)
    }

    /// Stores a message and its deliveries in one piece; calls back on the writer's thread after the commit.
    public func append(
        _ message: NewMessage,
        completion: @escaping @Sendable (Result<AppendOutcome, StoreError>) -> Void
    ) {
        writer.submit(
            PendingWrite("append", load: message.body.count, completion: completion) { database in
                try database.append(message)
            }
        )
    }

    /// Marks due deliveries of a handler as running and counts their attempt.
    public func claimDeliveries(
        for handler: HandlerID,
        limit: Int,
        now: Date
    ) async throws(StoreError) -> [ClaimedDelivery] {
        try await writer.perform("claim") { try $0.claimDeliveries(for: handler, limit: limit, now: now) }
    }

    /// Records how the run of a delivery ended; without effect unless the delivery is running.
    public func record(_ result: AttemptResult, of delivery: Int64, now: Date) async throws(StoreError) {
        try await writer.perform("record") { try $0.record(result, of: delivery) }
    }

    /// When the earliest pending delivery of a handler is due, nil when none is pending.
    public func nextAttemptDate(for handler: HandlerID) async throws(StoreError) -> Date? {
        try await database.read("next") { try $0.nextAttemptDate(for: handler) }
    }

    /// Takes up deliveries that were running when the previous process ended.
    public func recoverRunningDeliveries(now: Date) async throws(StoreError) -> RecoverySummary {
        try await writer.perform("recover") { try $0.recoverRunningDeliveries() }
    }

    /// The newest messages with their deliveries, newest first.
    public func messages(limit: Int) async throws(StoreError) -> [MessageRecord] {
        try await database.read("messages") { try $0.messages(limit: limit) }
    }

    /// Writes to the disk and returns when that worked; throws why not.
    public func probe() async throws(StoreError) {
        try await writer.perform("probe") { try $0.probe() }
    }

    /// Finishes what waits, moves the log into the file, and lets go of files and lock.
    public func close() async {
        await database.close()
    }
}
