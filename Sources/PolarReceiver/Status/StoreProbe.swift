import EventStore
import Synchronization

/// Knows whether messages can be stored now, and asks the store seldom: a probe writes to the disk, and strangers may ask
/// for the readiness page as often as they like.
///
/// The outcome of each append counts as an answer of the store too.
final class StoreProbe: Sendable {
    typealias Verdict = Result<Void, StoreError>
    typealias Instant = ContinuousClock.Instant

    /// How long a verdict holds.
    static let validity = Duration.seconds(2)

    /// How long a caller waits for the store; `polar-receiver healthcheck` gives up after 2 s.
    static let patience = Duration.milliseconds(1_500)

    private struct State {
        var verdict: (value: Verdict, date: Instant)?

        /// The probe that is under way; no second one starts, even if this one never returns.
        var probe: Task<Void, Never>?

        /// Whether the probe under way has taken longer than ``StoreProbe/patience``.
        var isLate = false
        var waiting: [CheckedContinuation<Verdict, Never>] = []

        mutating func takeWaiting() -> [CheckedContinuation<Verdict, Never>] {
            defer { waiting = [] }
            return waiting
        }
    }

    private static let late = Verdict.failure(
        StoreError(
            .unresponsive,
            operation: "probe",
            description: "The database has not finished a write within 1.5 s; look at its disk."
        )
    )

    private let store: any EventStore
    private let now: @Sendable () -> Instant
    private let sleep: @Sendable (Duration) async throws -> Void
    private let state = Mutex(State())

    init(
        store: any EventStore,
        now: @escaping @Sendable () -> Instant = { .now },
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        self.store = store
        self.now = now
        self.sleep = sleep
    }

    /// The verdict that holds now; nil when the store has to be asked.
    var verdict: Verdict? {
        let now = now()
        return state.withLock { Self.verdict($0, now: now) }
    }

    /// The verdict that holds now, or that of a probe, which all callers share meanwhile.
    func check() async -> Verdict {
        await withCheckedContinuation { continuation in
            let now = now()
            let verdict = state.withLock { state -> Verdict? in
                if let verdict = Self.verdict(state, now: now) { return verdict }
                state.waiting.append(continuation)
                if state.probe == nil { state.probe = startProbe() }
                return nil
            }
            if let verdict { continuation.resume(returning: verdict) }
        }
    }

    /// Notes how an append ended.
    ///
    /// One that has failed makes the receiver unready at once, until something can be written again. That too much waits to
    /// be written, or that the inbox had the message already, says nothing about the disk.
    func note(_ result: Result<AppendOutcome, StoreError>, at date: Instant) {
        switch result {
        case .success(.duplicate): break
        case .success: keep(.success(()), at: date)
        case .failure(let error) where error.code == .overloaded: break
        case .failure(let error): keep(.failure(error), at: date)
        }
    }

    private func keep(_ verdict: Verdict, at date: Instant) {
        state.withLock { $0.verdict = (verdict, date) }
    }

    private static func verdict(_ state: State, now: Instant) -> Verdict? {
        if let verdict = state.verdict, now - verdict.date < validity { return verdict.value }
        return state.isLate ? late : nil
    }

    /// Asks the store, on tasks of its own: callers may be cancelled, and the store may never answer.
    private func startProbe() -> Task<Void, Never> {
        let probe = Task {
            do throws(StoreError) {
                try await store.probe()
                finish(.success(()))
            } catch {
                finish(.failure(error))
            }
        }
        Task {
            try? await sleep(Self.patience)
            giveUp(probe)
        }
        return probe
    }

    private func finish(_ verdict: Verdict) {
        let now = now()
        let waiting = state.withLock { state in
            state.verdict = (verdict, now)
            state.probe = nil
            state.isLate = false
            return state.takeWaiting()
        }
        for continuation in waiting { continuation.resume(returning: verdict) }
    }

    private func giveUp(_ probe: Task<Void, Never>) {
        let waiting = state.withLock { state -> [CheckedContinuation<Verdict, Never>] in
            guard state.probe == probe else { return [] }
            state.isLate = true
            return state.takeWaiting()
        }
        probe.cancel()
        for continuation in waiting { continuation.resume(returning: Self.late) }
    }
}
