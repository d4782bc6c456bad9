import Synchronization

/// Tells those who wait that something has changed.
final class ChangeSignal: Sendable {
    private struct State {
        var nextID = 0
        var sinks: [Int: AsyncStream<Void>.Continuation] = [:]
    }

    private let state = Mutex(State())

    /// Says that something has changed.
    func signal() {
        for sink in state.withLock({ Array($0.sinks.values) }) { sink.yield() }
    }

    /// An element now and one after changes, those that nobody has seen yet in one; it ends when the task is cancelled.
    func changes() -> AsyncStream<Void> {
        let (changes, sink) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let id = state.withLock { state in
            state.nextID += 1
            state.sinks[state.nextID] = sink
            return state.nextID
        }
        sink.onTermination = { [weak self] _ in self?.remove(id) }
        sink.yield()
        return changes
    }

    private func remove(_ id: Int) {
        // Let go of outside the lock.
        _ = state.withLock { $0.sinks.removeValue(forKey: id) }
    }
}
