import Dispatch
import EventStore
import Synchronization

/// Makes all changes: whatever waits when it is free goes into one transaction, and so shares one sync of the disk.
///
/// Appends, claims and records wait in one line, so that none starves another. Only appends are limited: the others are
/// as few as handlers run at once.
final class Writer: Sendable {
    private struct State {
        var waiting: [PendingWrite] = []
        var messages = 0
        var bytes = 0
        var isRunning = false
    }

    private let database: InboxDatabase
    private let limits: WriteLimits
    private let queue = DispatchQueue(label: "polar-receiver.store.writer")

    /// Where callers get their answers, while the next batch is written.
    private let answers = DispatchQueue(label: "polar-receiver.store.answers")
    private let state = Mutex(State())

    init(database: InboxDatabase, limits: WriteLimits) {
        self.database = database
        self.limits = limits
    }

    /// Takes a change without waiting for it.
    func submit(_ write: PendingWrite) {
        guard database.enter() else { return write.fail(.isClosed(write.operation)) }
        switch enqueue(write) {
        case .joined: break
        case .first: queue.async { self.run() }
        case .refused:
            database.leave()
            write.fail(.overloaded(write.operation))
        }
    }

    /// Makes a change; returns once it is durable.
    func perform<Value: Sendable>(
        _ operation: String,
        _ change: @escaping @Sendable (InboxTransaction) throws -> Value
    ) async throws(StoreError) -> Value {
        try await withCheckedContinuation { continuation in
            submit(PendingWrite(operation, completion: { continuation.resume(returning: $0) }, change: change))
        }.get()
    }

    // MARK: The line

    private enum Place { case first, joined, refused }

    private func enqueue(_ write: PendingWrite) -> Place {
        state.withLock { state in
            if let load = write.load {
                guard state.messages < limits.messages, state.bytes < limits.bytes else { return .refused }
                state.messages += 1
                state.bytes += load
            }
            state.waiting.append(write)
            defer { state.isRunning = true }
            return state.isRunning ? .joined : .first
        }
    }

    private func takeBatch() -> [PendingWrite]? {
        state.withLock { state in
            state.isRunning = !state.waiting.isEmpty
            guard state.isRunning else { return nil }
            defer { state.waiting = [] }
            return state.waiting
        }
    }

    private func makeRoom(after batch: [PendingWrite]) {
        let loads = batch.compactMap(\.load)
        state.withLock { state in
            state.messages -= loads.count
            state.bytes -= loads.reduce(0, +)
        }
    }

    // MARK: Writing

    private func run() {
        while let batch = takeBatch() {
            let replies = commit(batch)
            makeRoom(after: batch)
            answers.async {
                replies.forEach { $0() }
                for _ in batch { self.database.leave() }
            }
        }
    }

    /// Makes all changes in one transaction; the answers of their callers.
    private func commit(_ batch: [PendingWrite]) -> [PendingWrite.Answer] {
        do {
            return try applyTogether(batch)
        } catch {
            return StoreError(error, operation: "write").isOfOneChange && batch.count > 1
                ? commitOneByOne(batch) : Self.failures(of: batch, error)
        }
    }

    private func applyTogether(_ batch: [PendingWrite]) throws -> [PendingWrite.Answer] {
        var answers: [PendingWrite.Answer] = []
        try database.write { inbox in
            answers = try batch.map { try $0.apply(inbox) }
        }
        return answers
    }

    /// Makes the changes of a batch that cannot be made together: those that fail are left out, the others are committed.
    private func commitOneByOne(_ batch: [PendingWrite]) -> [PendingWrite.Answer] {
        do {
            var answers: [PendingWrite.Answer] = []
            try database.write { inbox in
                answers = try batch.map { write in
                    switch try inbox.attempt({ try write.apply(inbox) }) {
                    case .success(let answer): answer
                    case .failure(let error): Self.failure(of: write, error)
                    }
                }
            }
            return answers
        } catch {
            return Self.failures(of: batch, error)
        }
    }

    private static func failures(of batch: [PendingWrite], _ error: any Error) -> [PendingWrite.Answer] {
        batch.map { failure(of: $0, error) }
    }

    private static func failure(of write: PendingWrite, _ error: any Error) -> PendingWrite.Answer {
        let error = StoreError(error, operation: write.operation)
        return { write.fail(error) }
    }
}

extension StoreError {
    /// Whether another change of the same batch may succeed: the fault is in what the change writes or reads.
    fileprivate var isOfOneChange: Bool {
        code == .corrupt || code == .failed
    }
}
