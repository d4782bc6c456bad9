import Foundation
import Synchronization

/// Follows how one endpoint fares.
final class EndpointActivity: Sendable {
    private struct State {
        var status: EndpointStatus

        /// Hashes of ids that were refused, ten at most.
        var failing: Set<Int> = []
    }

    private let state: Mutex<State>

    init(_ endpoint: WebhookEndpoint, now: Date) {
        state = Mutex(State(status: EndpointStatus(name: endpoint.name, path: endpoint.path, silentSince: now)))
    }

    var status: EndpointStatus { state.withLock { $0.status } }

    func accepted(at now: Date, secret: Int) {
        state.withLock { state in
            state.status.accept(at: now, secret: secret)
            state.failing.removeAll(keepingCapacity: true)
        }
    }

    /// - Parameter id: the `webhook-id` of a message that counts as failing; nil for a request that does not count.
    func refused(id: String?, reason: String) {
        state.withLock { state in
            state.status.refuse(reason: reason)
            guard let id, state.failing.count < EndpointStatus.disablingCount else { return }
            state.failing.insert(id.hashValue)
            state.status.failingMessages = state.failing.count
        }
    }
}
