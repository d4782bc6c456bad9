import Dispatch
import EventStore
import Synchronization

/// Takes removed content out of the database's log soon after it was removed, and tries again while readers hold it.
final class LogPurge: Sendable {
    private struct State {
        /// When the first removal was made that is still in the log.
        var since: ContinuousClock.Instant?
        var isScheduled = false
        var hasReported = false
    }

    /// Lets the pages of a sweep come together.
    private static let pause = DispatchTimeInterval.milliseconds(250)

    /// How long readers can hold the log before the operator is told, and the attempts become rare.
    private static let patience = Duration.seconds(60)
    private static let longPause = DispatchTimeInterval.seconds(5)

    private let database: InboxDatabase
    private let report: @Sendable (StoreNotice) -> Void
    private let queue = DispatchQueue(label: "polar-receiver.store.purge")
    private let state = Mutex(State())

    init(database: InboxDatabase, report: @escaping @Sendable (StoreNotice) -> Void) {
        self.database = database
        self.report = report
    }

    /// Says that content was removed.
    func request() {
        let isFirst = state.withLock { state in
            if state.since == nil { state.since = .now }
            defer { state.isScheduled = true }
            return !state.isScheduled
        }
        if isFirst { schedule(after: Self.pause) }
    }

    private func schedule(after pause: DispatchTimeInterval) {
        queue.asyncAfter(deadline: .now() + pause) { self.attempt() }
    }

    private func attempt() {
        // Closing moves the log into the file and removes it.
        guard database.enter() else { return }
        defer { database.leave() }
        let start = state.withLock { state in
            state.isScheduled = false
            return state.since
        }
        // An error is that of the disk, of which every append tells.
        if (try? database.emptyLog()) == true {
            state.withLock { state in
                // What was removed since is requested anew.
                state.since = state.isScheduled ? .now : nil
                state.hasReported = false
            }
        } else {
            tryAgain(since: start)
        }
    }

    private func tryAgain(since start: ContinuousClock.Instant?) {
        let held = start.map { .now - $0 } ?? Duration.zero
        let (reports, schedules) = state.withLock { state in
            defer {
                state.isScheduled = true
                if held >= Self.patience { state.hasReported = true }
            }
            return (held >= Self.patience && !state.hasReported, !state.isScheduled)
        }
        if reports { report(.logHeld(held)) }
        if schedules { schedule(after: held < Self.patience ? Self.pause : Self.longPause) }
    }
}
