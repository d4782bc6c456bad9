import Synchronization

/// The programs of one module that run, so that none outlives the receiver's stop.
package final class RunningPrograms: Sendable {
    private struct State {
        var count = 0
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    /// The process groups of all modules.
    private static let groups = Mutex<Set<ProcessGroup>>([])

    private let state = Mutex(State())

    /// Kills all programs at once; for the moment before the process ends.
    package static func kill() {
        for group in groups.withLock(\.self) { group.kill() }
    }

    /// Counts a run while `body` runs.
    func run<Value>(_ body: () async throws -> Value) async throws -> Value {
        state.withLock { $0.count += 1 }
        defer { leave() }
        // A run that was cancelled before it was counted is not waited for, so it must not begin.
        try Task.checkCancellation()
        return try await body()
    }

    /// Has a program killed at the end of the process, while `body` runs.
    func watch<Value>(_ group: ProcessGroup, _ body: () async throws -> Value) async throws -> Value {
        Self.groups.withLock { _ = $0.insert(group) }
        defer { Self.groups.withLock { _ = $0.remove(group) } }
        return try await body()
    }

    /// Returns once no program runs.
    func waitForEnd() async {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                if state.count > 0 { state.waiters.append(continuation) }
                return state.count == 0
            }
            if isOver { continuation.resume() }
        }
    }

    private func leave() {
        let waiters = state.withLock { state in
            state.count -= 1
            guard state.count == 0 else { return [CheckedContinuation<Void, Never>]() }
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.resume() }
    }
}
