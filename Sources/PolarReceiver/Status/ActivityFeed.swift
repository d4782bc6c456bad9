import Synchronization

/// Remembers what happened last, and hands what happens to all who watch.
final class ActivityFeed: Sendable {
    private struct State {
        var recent: [Activity] = []

        /// Where the oldest one is, once ``recent`` is full.
        var oldest = 0
        var nextKey = 0
        var sinks: [Int: AsyncStream<Activity>.Continuation] = [:]

        mutating func remember(_ activity: Activity) {
            guard recent.count == ActivityFeed.memory else { return recent.append(activity) }
            recent[oldest] = activity
            oldest = (oldest + 1) % ActivityFeed.memory
        }
    }

    /// How much is remembered.
    static let memory = 100

    /// How much waits for a slow watcher; older things are left out then.
    private static let backlog = 256

    private let state = Mutex(State())

    /// What happened last, the newest first.
    var recent: [Activity] {
        state.withLock { ($0.recent[$0.oldest...] + $0.recent[..<$0.oldest]).reversed() }
    }

    /// Whether anybody watches.
    var isWatched: Bool { state.withLock { !$0.sinks.isEmpty } }

    /// Everything from now on, until the task that reads it is cancelled.
    func watch() -> AsyncStream<Activity> {
        let (stream, sink) = AsyncStream.makeStream(
            of: Activity.self,
            bufferingPolicy: .bufferingNewest(Self.backlog)
        )
        let key = state.withLock { state in
            state.nextKey += 1
            state.sinks[state.nextKey] = sink
            return state.nextKey
        }
        sink.onTermination = { [weak self] _ in self?.forget(key) }
        return stream
    }

    func publish(_ activity: Activity) {
        let sinks = state.withLock { state in
            state.remember(activity)
            return state.sinks.isEmpty ? [] : Array(state.sinks.values)
        }
        for sink in sinks { sink.yield(activity) }
    }

    /// Forgets why something failed, which can repeat a message, for the activities that fulfil a condition.
    func forgetReasons(where isMeant: (Activity) -> Bool) {
        state.withLock { state in
            for index in state.recent.indices where isMeant(state.recent[index]) {
                state.recent[index] = state.recent[index].withoutReason
            }
        }
    }

    /// Ends all watching.
    func finish() {
        for sink in state.withLock({ Array($0.sinks.values) }) { sink.finish() }
    }

    private func forget(_ key: Int) {
        state.withLock { $0.sinks[key] = nil }
    }
}
