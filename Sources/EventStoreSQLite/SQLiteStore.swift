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
    private let purge: LogPurge
    private let laneRule: LaneRule

    /// Opens the database at `path`, or makes it with its folder, and brings its schema up to date.
    ///
    /// Blocks meanwhile. A migration of existing messages first copies the file to one beside it, named after the
    /// migration.
    /// - Parameter report: gets what an operator should know, on any thread.
    /// - Throws: a ``StoreError`` that is a sentence for the operator; then nothing was made or changed.
    public init(
        path: String,
        limits: WriteLimits = WriteLimits(),
        laneRule: LaneRule = LaneRule(),
        report: @escaping @Sendable (StoreNotice) -> Void = { _ in }
    ) throws(StoreError) {
        database = try InboxDatabase(path: path, schema: .current, report: report)
        writer = Writer(database: database, limits: limits)
        purge = LogPurge(database: database, report: report)
        self.laneRule = laneRule
    }

    /// Stores a message and its deliveries in one piece; calls back on the writer's thread after the commit.
    public func append(
        _ message: NewMessage,
        completion: @escaping @Sendable (Result<AppendOutcome, StoreError>) -> Void
    ) {
        let row = MessageRow(message)
        writer.submit(
            PendingWrite("append", load: message.body.count, completion: completion) { database in
                try database.append(row)
            }
        )
    }

    /// Marks due deliveries of a handler as running and counts their attempt.
    public func claimDeliveries(
        for handler: HandlerID,
        limit: Int,
        slowLimit: Int,
        now: Date
    ) async throws(StoreError) -> [ClaimedDelivery] {
        try await writer.perform("claim") { [laneRule] in
            try $0.claimDeliveries(for: handler, limit: limit, slowLimit: slowLimit, laneRule, now: now)
        }
    }

    /// Claims one suspect of these handlers, the one that was started last; nil when none is left.
    public func claimSuspect(of handlers: Set<HandlerID>, now: Date) async throws(StoreError) -> ClaimedDelivery? {
        try await writer.perform("suspect") { try $0.claimSuspect(of: handlers, now: now) }
    }

    /// Records how the run of a delivery ended; without effect unless the delivery is running.
    public func record(_ result: AttemptResult, of delivery: Int64, now: Date) async throws(StoreError) {
        try await writer.perform("record") { [laneRule] in try $0.record(result, of: delivery, laneRule, now: now) }
    }

    /// Notes that a running delivery exceeded its time-out at `now` and does not heed its cancellation yet.
    public func noteOverdue(_ delivery: Int64, now: Date) async throws(StoreError) {
        try await writer.perform("overdue") { try $0.noteOverdue(delivery, now: now) }
    }

    /// When the earliest pending delivery of a handler is due, nil when none is pending.
    public func nextAttemptDate(for handler: HandlerID, includingSlow: Bool) async throws(StoreError) -> Date? {
        try await database.read("next") { [laneRule] in
            try $0.nextAttemptDate(for: handler, includingSlow: includingSlow, laneRule)
        }
    }

    /// Takes up deliveries that were running when the previous process ended.
    public func recoverRunningDeliveries(
        harmless: Set<HandlerID>,
        now: Date
    ) async throws(StoreError) -> RecoverySummary {
        try await writer.perform("recover") { try $0.recoverRunningDeliveries(harmless: harmless, now: now) }
    }

    /// Moves the dates of open deliveries with a clock that was set.
    public func moveOpenDeliveries(by change: Duration, now: Date) async throws(StoreError) {
        try await writer.perform("move") { try $0.moveOpenDeliveries(by: change.microseconds, now: now.microseconds) }
    }

    /// A part of the messages that fulfil a query, with their deliveries.
    public func messages(_ query: MessageQuery, _ page: MessagePage) async throws(StoreError) -> [MessageRecord] {
        try await database.read("messages") { try $0.messages(query, page) }
    }

    /// The body of a message exactly as signed, nil where there is no such message.
    public func body(ofMessage row: Int64) async throws(StoreError) -> [UInt8]? {
        try await database.read("body") { try $0.body(ofMessage: row) }
    }

    /// The failed runs of a message's deliveries, oldest first.
    public func attempts(ofMessage row: Int64) async throws(StoreError) -> [HandlerID: [AttemptRecord]] {
        try await database.read("attempts") { try $0.attempts(ofMessage: row) }
    }

    /// What needs something to be done, at a glance.
    public func summary() async throws(StoreError) -> InboxSummary {
        try await database.read("summary") { try $0.summary() }
    }

    /// The row of the newest message of each event type that has arrived.
    public func newestRows() async throws(StoreError) -> [String: Int64] {
        try await database.read("types") { try $0.newestRows() }
    }

    /// Reads over a connection of its own, each time within `limit`.
    public func reader(within limit: Duration) -> any InboxReader {
        OperatorReader(database: database, limit: limit)
    }

    /// Makes deliveries of messages pending again, with all their attempts before them and due at `now`.
    public func replay(
        messages rows: [Int64],
        _ rule: ReplayRule,
        now: Date
    ) async throws(StoreError) -> [HandlerID: Int] {
        try await writer.perform("replay") { try $0.replay(messages: rows, rule, now: now) }
    }

    /// Dismisses deliveries of messages in these states, of one handler or of all; returns the number of them.
    public func dismiss(
        messages rows: [Int64],
        handler: HandlerID?,
        states: Set<DeliveryState>
    ) async throws(StoreError) -> Int {
        try await writer.perform("dismiss") { try $0.dismiss(messages: rows, handler: handler, states: states) }
    }

    /// Empties messages whose deliveries are all done, and removes those that arrived before `limit`.
    ///
    /// Their bytes are overwritten with zeros in the file, which keeps its size and uses the room for new messages. They
    /// leave the log within a second, or as soon as no other program reads the database.
    public func prune(messages rows: [Int64], keepingIDsSince limit: Date) async throws(StoreError) -> Int {
        let count = try await writer.perform("prune") { try $0.prune(messages: rows, keepingIDsSince: limit) }
        if count > 0 { purge.request() }
        return count
    }

    /// Prunes messages now if their deliveries are all done, and else as soon as a later call finds them done.
    public func erase(messages rows: [Int64], keepingIDsSince limit: Date) async throws(StoreError) -> Int {
        let count = try await writer.perform("erase") { try $0.erase(messages: rows, keepingIDsSince: limit) }
        if count > 0 { purge.request() }
        return count
    }

    /// Returns how far retention has come.
    public func retentionProgress() async throws(StoreError) -> RetentionProgress {
        try await database.read("retention") { try $0.retentionProgress() }
    }

    /// Remembers how far retention has come, and the digests of further subjects whose messages must not stay.
    public func keep(_ progress: RetentionProgress, erasing digests: Set<[UInt8]>) async throws(StoreError) {
        try await writer.perform("retention") { try $0.keep(progress, erasing: digests) }
    }

    /// The digests of all subjects whose messages must not stay.
    public func erasedSubjects() async throws(StoreError) -> Set<[UInt8]> {
        try await database.read("retention") { try $0.erasedSubjects() }
    }

    /// Removes the copies of the database that migrations made before `date`.
    public func removeCopies(madeBefore date: Date) async throws(StoreError) -> [String] {
        guard database.enter() else { throw .isClosed("copies") }
        defer { database.leave() }
        return try database.removeCopies(madeBefore: date)
    }

    /// Takes over messages of another inbox, with deliveries in the states they had there.
    public func restore(_ messages: [ArchivedMessage]) async throws(StoreError) -> RestoreSummary {
        try await writer.perform("restore") { try $0.restore(messages) }
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

/// Reads for operators; see ``SQLiteStore/reader(within:)``.
private struct OperatorReader: InboxReader {
    let database: InboxDatabase
    let limit: Duration

    func messages(_ query: MessageQuery, _ page: MessagePage) async throws(StoreError) -> [MessageRecord] {
        try await database.read("messages", within: limit) { try $0.messages(query, page) }
    }

    func body(ofMessage row: Int64) async throws(StoreError) -> [UInt8]? {
        try await database.read("body", within: limit) { try $0.body(ofMessage: row) }
    }

    func attempts(ofMessage row: Int64) async throws(StoreError) -> [HandlerID: [AttemptRecord]] {
        try await database.read("attempts", within: limit) { try $0.attempts(ofMessage: row) }
    }

    func summary() async throws(StoreError) -> InboxSummary {
        try await database.read("summary", within: limit) { try $0.summary() }
    }

    func newestRows() async throws(StoreError) -> [String: Int64] {
        try await database.read("types", within: limit) { try $0.newestRows() }
    }
}
