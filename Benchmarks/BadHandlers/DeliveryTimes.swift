import EventStore
import Synchronization

/// When messages were accepted, and how long each delivery took from there.
final class DeliveryTimes: Sendable {
    private struct State {
        var acceptances: [String: ContinuousClock.Instant] = [:]
        var running: [Int64: ClaimedDelivery] = [:]
        var durations: [HandlerID: [Duration]] = [:]
        var failures = 0
    }

    private let state = Mutex(State())

    /// How many runs failed.
    var failures: Int { state.withLock(\.failures) }

    /// How many runs have not ended.
    var runningCount: Int { state.withLock(\.running.count) }

    /// From acceptance to success, for all deliveries of some handlers.
    func durations(of handlers: [HandlerID]) -> [Duration] {
        state.withLock { state in handlers.flatMap { state.durations[$0] ?? [] } }
    }

    func accept(_ webhookID: String) {
        state.withLock { $0.acceptances[webhookID] = .now }
    }

    func start(_ claimed: [ClaimedDelivery]) {
        state.withLock { state in
            for delivery in claimed { state.running[delivery.id] = delivery }
        }
    }

    func end(_ id: Int64, _ result: AttemptResult) {
        state.withLock { state in
            guard let delivery = state.running.removeValue(forKey: id) else { return }
            guard result == .succeeded, let acceptance = state.acceptances[delivery.message.webhookID] else {
                state.failures += 1
                return
            }
            state.durations[delivery.handler, default: []].append(.now - acceptance)
        }
    }
}
