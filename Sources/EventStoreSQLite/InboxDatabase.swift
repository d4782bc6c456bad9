import CLogBuffer
import Dispatch
import EventStore
import Foundation
import GRDB
import Synchronization

/// The open database, and this process's claim on it.
///
/// Who uses it enters and leaves; closing waits for all who entered.
final class InboxDatabase: Sendable {
    private let pool: DatabasePool
    private let file: DatabaseFile
    private let watch: FileWatch
    private let lock: InstanceLock
    private let memory = WriterMemory()
    private let isOpen = Mutex(true)

    /// What operators read with, made when the first of them does: a long read there takes no connection from deliveries.
    private let operatorQueue = Mutex<DatabaseQueue?>(nil)
    private let users = DispatchGroup()
    private let closing = DispatchQueue(label: "polar-receiver.store.close")

    /// Opens the database, or makes it; leaves nothing behind when that fails.
    ///
    /// - Parameter report: gets what an operator should know, on any thread.
    init(
        path: String,
        schema: Schema,
        report: @escaping @Sendable (StoreNotice) -> Void = { _ in }
    ) throws(StoreError) {
        var file = try DatabaseFile(path: path)
        do {
            lock = try InstanceLock(database: &file)
        } catch {
            file.removeFolder()
            throw error
        }
        do {
            try Self.checkLog(of: file, lock)
            pool = try Self.open(file, schema: schema, report)
            Self.mark(pool, lock)
            watch = FileWatch(path: file.path, descriptor: lock.database)
            self.file = file
        } catch {
            file.removeDatabase()
            // A log that was refused still needs the mark it came with.
            lock.release(keepsMark: lock.mark != nil)
            file.removeFolder()
            throw StoreError(error, operation: "open")
        }
    }

    private static func open(
        _ file: DatabaseFile,
        schema: Schema,
        _ report: (StoreNotice) -> Void
    ) throws -> DatabasePool {
        try file.removeUnfinishedCopies()
        let upgrade = try schema.prepare(file, report: report)
        if let upgrade { report(.migrating(from: upgrade.from, to: upgrade.to)) }
        let start = ContinuousClock.now
        let pool = try DatabasePool(path: file.path, configuration: configuration)
        try pool.writeWithoutTransaction(prepareWriter)
        try schema.migrator.migrate(pool)
        if let upgrade { report(.migrated(to: upgrade.to, duration: .now - start, copy: upgrade.copy)) }
        return pool
    }

    /// Has every commit synced and its pages written together, and no bytes of removed rows in the database file.
    private static func prepareWriter(_ database: Database) throws {
        // The pool sets NORMAL, which syncs at checkpoints only: a power cut would lose acknowledged messages.
        try database.execute(sql: "PRAGMA synchronous = FULL")
        var layers = [log_buffer_insert]
        // With auto_vacuum there are pages of pointers, which look like pages of rows and are none (SQLite, "Pointer Map").
        if try Int.fetchOne(database, sql: "PRAGMA auto_vacuum") == 0 { layers.append(page_gaps_insert) }
        for insert in layers {
            let code = insert(database.sqliteConnection)
            guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
        }
    }

    // MARK: The mark

    /// Refuses a log that a crash left and that belongs to another file than the one that is there now.
    ///
    /// SQLite would move its pages into that file.
    private static func checkLog(of file: DatabaseFile, _ lock: InstanceLock) throws(StoreError) {
        guard file.logSize > 0, let head = DatabaseHead(descriptor: lock.database) else { return }
        guard lock.mark.map({ $0 == head.mark }) ?? true, LogMarks(path: file.path + "-wal").allow(head.mark) else {
            throw .foreignLog(file.path)
        }
    }

    /// Gives the database a new mark, and keeps it beside the log too.
    ///
    /// Where that fails, on a full disk or beside a reader for example, the database works with the earlier one.
    private static func mark(_ pool: DatabasePool, _ lock: InstanceLock) {
        guard lock.keep(mark: nil), let earlier = DatabaseHead(descriptor: lock.database)?.mark else { return }
        let mark = UInt32.random(in: 1...UInt32(Int32.max))
        _ = try? pool.writeWithoutTransaction { database in
            // The log must not have the new mark while the file has the earlier one and can have it for long.
            try database.checkpoint(.truncate)
            try database.execute(sql: "PRAGMA user_version = \(mark)")
            _ = try? database.checkpoint(.truncate)
            guard DatabaseHead(descriptor: lock.database)?.mark != mark else { return }
            try database.execute(sql: "PRAGMA user_version = \(Int32(bitPattern: earlier))")
        }
        guard DatabaseHead(descriptor: lock.database)?.mark == mark else { return }
        _ = lock.keep(mark: mark)
    }

    private static let busyMilliseconds = 500

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "polar-receiver.store"
        // Only other programs can hold the file, such as a backup or the sqlite3 shell: give them a moment.
        configuration.busyMode = .timeout(Double(busyMilliseconds) / 1_000)
        configuration.maximumReaderCount = 2
        configuration.prepareDatabase { database in
            // In pages: 16 MiB. The default of 4 MiB moved pages into the file more often, for more CPU per message.
            try database.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
            // What is pruned must not be found in the file later on. Costs nothing while nothing is removed.
            try database.execute(sql: "PRAGMA secure_delete = ON")
        }
        return configuration
    }

    // MARK: Using

    /// Counts a user in, who must leave later; false once the database is closed.
    func enter() -> Bool {
        isOpen.withLock { isOpen in
            if isOpen { users.enter() }
            return isOpen
        }
    }

    /// Counts a user out.
    func leave() {
        users.leave()
    }

    /// Reads what is committed, beside the writer; goes on when the task is cancelled.
    func read<Value: Sendable>(
        _ operation: String,
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        guard enter() else { throw .isClosed(operation) }
        defer { leave() }
        return try await withCheckedContinuation { continuation in
            pool.asyncRead { access in
                let result = Result { try body(access.get()) }
                continuation.resume(returning: result.mapError { StoreError($0, operation: operation) })
            }
        }.get()
    }

    /// Reads what is committed over the connection for operators; fails as `too_slow` when it does not end within `limit`.
    func read<Value: Sendable>(
        _ operation: String,
        within limit: Duration,
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        guard enter() else { throw .isClosed(operation) }
        defer { leave() }
        let end = ContinuousClock.now + limit
        let queue: DatabaseQueue
        do { queue = try openedOperatorQueue() } catch { throw StoreError(error, operation: operation) }
        return try await withCheckedContinuation { continuation in
            queue.asyncRead { access in
                let result = Result {
                    let database = try access.get()
                    return try database.running(until: end) { try body(database) }
                }
                continuation.resume(returning: result.mapError { StoreError($0, operation: operation) })
            }
        }.get()
    }

    private func openedOperatorQueue() throws -> DatabaseQueue {
        try operatorQueue.withLock { queue in
            if let queue { return queue }
            var configuration = Configuration()
            configuration.label = "polar-receiver.store.operators"
            configuration.readonly = true
            configuration.busyMode = .timeout(0.5)
            let opened = try DatabaseQueue(path: pool.path, configuration: configuration)
            queue = opened
            return opened
        }
    }

    /// Makes changes in one transaction; returns once they are durable.
    ///
    /// - Throws: also when somebody has moved or removed the files: what is written then would be lost with the process.
    func write(_ changes: (InboxTransaction) throws -> Void) throws {
        try watch.check()
        try pool.writeWithoutTransaction { database in
            do {
                try database.inTransaction(.immediate) {
                    try changes(InboxTransaction(database: database, memory: memory))
                    return .commit
                }
                memory.commit()
            } catch {
                memory.rollBack()
                throw error
            }
        }
    }

    // MARK: Closing

    /// Lets nobody in any more, waits for those inside, and lets go of files and lock.
    func close() async {
        isOpen.withLock { $0 = false }
        operatorQueue.withLock { $0?.interrupt() }
        await withCheckedContinuation { continuation in
            users.notify(queue: closing) {
                self.closeFiles()
                continuation.resume()
            }
        }
    }

    /// Moves the log into the file and removes it; what fails here is done by the next start.
    ///
    /// A file that another program wrote over stays as it is, and so does the log, which would damage it.
    private func closeFiles() {
        operatorQueue.withLock { queue in
            try? queue?.close()
            queue = nil
        }
        let isOverwritten = watch.isOverwritten
        _ = try? pool.barrierWriteWithoutTransaction { database in
            memory.statements = nil
            if isOverwritten {
                _ = log_leave_at_close(database.sqliteConnection)
            } else {
                try database.checkpoint(.truncate)
            }
        }
        pool.invalidateReadOnlyConnections()
        try? pool.close()
        lock.release(keepsMark: isOverwritten)
    }

    // MARK: Removed content

    /// Takes removed content out of the log and the memory; false when a reader has to end before that is possible.
    ///
    /// - Throws: also while nothing can be written.
    func emptyLog() throws -> Bool {
        try watch.check()
        return try pool.writeWithoutTransaction { database in
            // Commits wait meanwhile: it must not wait for readers. Those of this process are short.
            try database.execute(sql: "PRAGMA busy_timeout = 0")
            defer { _ = try? database.execute(sql: "PRAGMA busy_timeout = \(Self.busyMilliseconds)") }
            do { try database.checkpoint(.truncate) } catch let error as DatabaseError
                where [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode)
            {
                return false
            }
            // Pages in memory have what SQLite left in their gaps; it reads them again from the file, which has not.
            try database.execute(sql: "PRAGMA shrink_memory")
            return true
        }
    }

    /// Removes the copies that migrations made before `date`; their paths.
    func removeCopies(madeBefore date: Date) throws(StoreError) -> [String] {
        try file.copies(madeBefore: date).filter { unlink($0) == 0 }
    }
}
