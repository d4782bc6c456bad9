public import Foundation
public import PolarReceiver
import Synchronization

/// A clock that moves only when told, so that a test of retries takes no time.
public final class ManualClock: WallClock {
    /// When a sleeper wakes: at a date, or when so much time has passed since the clock was made.
    private enum End: Sendable {
        case date(Date)
        case elapsed(Duration)
    }

    private struct Sleeper: Sendable {
        let id: Int
        let end: End
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var now: Date
        var elapsed = Duration.zero
        var nextID = 0
        var sleepers: [Sleeper] = []
        var cancelled: Set<Int> = []
        var watchers: [CheckedContinuation<Void, Never>] = []

        func remaining(until end: End) -> Duration {
            switch end {
            case .date(let date): .seconds(date.timeIntervalSince(now))
            case .elapsed(let end): end - elapsed
            }
        }

        func hasSleeper(in range: ClosedRange<Duration>) -> Bool {
            sleepers.contains { range.contains(remaining(until: $0.end)) }
        }

        mutating func makeID() -> Int {
            nextID += 1
            return nextID
        }

        /// Removes those whose time has come, first due first.
        mutating func removeDueSleepers() -> [Sleeper] {
            let due = sleepers.filter { remaining(until: $0.end) <= .zero }
            sleepers = sleepers.filter { remaining(until: $0.end) > .zero }
            return due.sorted { remaining(until: $0.end) < remaining(until: $1.end) }
        }
    }

    private let state: Mutex<State>

    /// Makes a clock that stands at a date.
    public init(now: Date = Date(timeIntervalSince1970: 1_795_428_000)) {
        state = Mutex(State(now: now))
    }

    /// The date it stands at.
    public var now: Date { state.withLock { $0.now } }

    /// The time that has passed since it was made, as far as ``advance(by:)`` let it pass.
    public var elapsed: Duration { state.withLock { $0.elapsed } }

    /// Returns when the clock was moved to `date`; throws when the task is cancelled meanwhile.
    public func sleep(until date: Date) async throws {
        try await sleep { _ in .date(date) }
    }

    /// Returns when the clock was advanced by `duration`; throws when the task is cancelled meanwhile.
    public func sleep(for duration: Duration) async throws {
        try await sleep { .elapsed($0.elapsed + duration) }
    }

    /// Returns when the clock was advanced by 45 seconds, or the task is cancelled.
    public func nextLook() async {
        try? await sleep(for: .seconds(45))  // cancelled: that is allowed
    }

    /// Lets time pass and wakes whoever waited for it.
    public func advance(by duration: Duration) {
        move { state in
            state.now += duration / .seconds(1)
            state.elapsed += duration
        }
    }

    /// Sets the date, in either direction, without letting time pass: wakes only those who wait for a date.
    public func setDate(_ date: Date) {
        move { $0.now = date }
    }

    /// Returns once somebody sleeps who has a time in `range` left, or the task is cancelled.
    public func waitForSleeper(in range: ClosedRange<Duration>) async {
        while !Task.isCancelled, !state.withLock({ $0.hasSleeper(in: range) }) {
            await withTaskCancellationHandler {
                await withCheckedContinuation { watch(for: range, $0) }
            } onCancel: {
                resumeWatchers()
            }
        }
    }

    private func watch(for range: ClosedRange<Duration>, _ continuation: CheckedContinuation<Void, Never>) {
        let waits = state.withLock { state in
            // Cancelled before now: nobody would resume it.
            if Task.isCancelled || state.hasSleeper(in: range) { return false }
            state.watchers.append(continuation)
            return true
        }
        if !waits { continuation.resume() }
    }

    private func resumeWatchers() {
        let watchers = state.withLock { state in
            defer { state.watchers = [] }
            return state.watchers
        }
        for watcher in watchers { watcher.resume() }
    }

    // MARK: Sleeping

    private func sleep(until end: (State) -> End) async throws {
        let (id, end) = state.withLock { ($0.makeID(), end($0)) }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                add(Sleeper(id: id, end: end, continuation: continuation))
            }
        } onCancel: {
            cancel(id)
        }
    }

    private func move(_ change: (inout State) -> Void) {
        let due = state.withLock { state in
            change(&state)
            return state.removeDueSleepers()
        }
        for sleeper in due { sleeper.continuation.resume() }
    }

    private func add(_ sleeper: Sleeper) {
        let outcome = state.withLock { state -> Result<Void, any Error>? in
            if state.cancelled.remove(sleeper.id) != nil { return .failure(CancellationError()) }
            if state.remaining(until: sleeper.end) <= .zero { return .success(()) }
            state.sleepers.append(sleeper)
            return nil
        }
        if let outcome { sleeper.continuation.resume(with: outcome) } else { resumeWatchers() }
    }

    private func cancel(_ id: Int) {
        let sleeper = state.withLock { state -> Sleeper? in
            guard let index = state.sleepers.firstIndex(where: { $0.id == id }) else {
                state.cancelled.insert(id)
                return nil
            }
            return state.sleepers.remove(at: index)
        }
        sleeper?.continuation.resume(throwing: CancellationError())
    }
}
