public import Foundation
public import PolarReceiver
import Synchronization

/// A clock that moves only when told, so that a test of retries takes no time.
public final class ManualClock: WallClock {
    private struct Sleeper: Sendable {
        let id: Int
        let date: Date
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var now: Date
        var nextID = 0
        var sleepers: [Sleeper] = []
        var cancelled: Set<Int> = []
        var watchers: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>

    /// Makes a clock that stands at a date.
    public init(now: Date = Date(timeIntervalSince1970: 1_795_428_000)) {
        state = Mutex(State(now: now))
    }

    /// The date it stands at.
    public var now: Date { state.withLock { $0.now } }

    /// Returns when the clock was moved to `date`; throws when the task is cancelled meanwhile.
    public func sleep(until date: Date) async throws {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                add(Sleeper(id: id, date: date, continuation: continuation))
            }
        } onCancel: {
            cancel(id)
        }
    }

    /// Moves the date, in either direction, and wakes whoever waited for it.
    public func advance(by duration: Duration) {
        let due = state.withLock { state in
            state.now += duration / .seconds(1)
            let due = state.sleepers.filter { $0.date <= state.now }.sorted { $0.date < $1.date }
            state.sleepers.removeAll { $0.date <= state.now }
            return due
        }
        for sleeper in due { sleeper.continuation.resume() }
    }

    /// Returns once somebody sleeps until a date in `range`, counted from now.
    public func waitForSleeper(in range: ClosedRange<Duration>) async {
        while !hasSleeper(in: range) {
            await withCheckedContinuation { continuation in
                let isThere = state.withLock { state in
                    if Self.hasSleeper(in: range, state) { return true }
                    state.watchers.append(continuation)
                    return false
                }
                if isThere { continuation.resume() }
            }
        }
    }

    private func hasSleeper(in range: ClosedRange<Duration>) -> Bool {
        state.withLock { Self.hasSleeper(in: range, $0) }
    }

    private static func hasSleeper(in range: ClosedRange<Duration>, _ state: State) -> Bool {
        state.sleepers.contains { range.contains(.seconds($0.date.timeIntervalSince(state.now))) }
    }

    private func add(_ sleeper: Sleeper) {
        let (outcome, watchers) = state.withLock {
            state -> (Result<Void, any Error>?, [CheckedContinuation<Void, Never>]) in
            if state.cancelled.remove(sleeper.id) != nil { return (.failure(CancellationError()), []) }
            if sleeper.date <= state.now { return (.success(()), []) }
            state.sleepers.append(sleeper)
            defer { state.watchers = [] }
            return (nil, state.watchers)
        }
        if let outcome { sleeper.continuation.resume(with: outcome) }
        for watcher in watchers { watcher.resume() }
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
