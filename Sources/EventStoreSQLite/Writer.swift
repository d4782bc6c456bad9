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
            let result = Result { try commit(batch) }
            makeRoom(after: batch)
            answers.async {
                self.answer(batch, result)
                for _ in batch { self.database.leave() }
            }
        }
    }

    private func commit(_ batch: [PendingWrite]) throws -> [PendingWrite.Answer] {
        var answers: [PendingWrite.Answer] = []
        try database.write { database in
            answers = try batch.map { try $0.apply(database) }
        }
        return answers
    }

    private func answer(_ batch: [PendingWrite], _ result: Result<[PendingWrite.Answer], any Error>) {
        switch result {
        case .success(let answers): answers.forEach { $0() }
        case .failure(let error): batch.forEach { $0.fail(StoreError(error, operation: $0.operation)) }
        }
    }
}
