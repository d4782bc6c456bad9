import CLogBuffer
import Dispatch
import EventStore
import GRDB
import Synchronization

/// The open database, and this process's claim on it.
///
/// Who uses it enters and leaves; closing waits for all who entered.
final class InboxDatabase: Sendable {
    private let pool: DatabasePool
    private let path: String

    /// The database and its log, which must be where they were when they were opened.
    private let places: [FilePlace]
    private let lock: InstanceLock
    private let memory = WriterMemory()
    private let isOpen = Mutex(true)

    /// What operators read with, made when the first of them does: a long read there takes no connection from deliveries.
    private let operatorQueue = Mutex<DatabaseQueue?>(nil)
    private let users = DispatchGroup()
    private let closing = DispatchQueue(label: "polar-receiver.store.close")

    /// Opens the database, or makes it; leaves nothing behind when that fails.
    init(path: String, schema: Schema) throws(StoreError) {
        var file = try DatabaseFile(path: path)
        do {
            lock = try InstanceLock(database: file)
        } catch {
            file.removeFolder()
            throw error
        }
        do {
            pool = try Self.open(&file, schema: schema)
            self.path = file.path
            places = ["", "-wal"].map { [file] in FilePlace(path: file.path + $0) }
        } catch {
            file.removeDatabase()
            lock.release()
            file.removeFolder()
            throw StoreError(error, operation: "open")
        }
    }

    private static func open(_ file: inout DatabaseFile, schema: Schema) throws -> DatabasePool {
        try file.create()
        try schema.prepare(file)
        let pool = try DatabasePool(path: file.path, configuration: configuration)
        try pool.writeWithoutTransaction(syncEveryCommit)
        try schema.migrator.migrate(pool)
        return pool
    }

    /// Has every commit synced, and its pages written together.
    private static func syncEveryCommit(_ database: Database) throws {
        // The pool sets NORMAL, which syncs at checkpoints only: a power cut would lose acknowledged messages.
        try database.execute(sql: "PRAGMA synchronous = FULL")
        let code = log_buffer_insert(database.sqliteConnection)
        guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "polar-receiver.store"
        // Only other programs can hold the file, such as a backup or the sqlite3 shell: give them a moment.
        configuration.busyMode = .timeout(0.5)
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
            let opened = try DatabaseQueue(path: path, configuration: configuration)
            queue = opened
            return opened
        }
    }

    /// Makes changes in one transaction; returns once they are durable.
    ///
    /// - Throws: also when somebody has moved or removed the files: what is written then would be lost with the process.
    func write(_ changes: (InboxTransaction) throws -> Void) throws {
        guard places.allSatisfy(\.isKept) else { throw StoreError.moved(path) }
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
    private func closeFiles() {
        operatorQueue.withLock { queue in
            try? queue?.close()
            queue = nil
        }
        _ = try? pool.barrierWriteWithoutTransaction { database in
            memory.statements = nil
            try database.checkpoint(.truncate)
        }
        pool.invalidateReadOnlyConnections()
        try? pool.close()
        lock.release()
    }
}
