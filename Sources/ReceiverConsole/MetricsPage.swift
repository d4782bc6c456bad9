import EventStore
import Foundation
import HTTPWire
import PolarReceiver
import PrometheusMetrics
import Synchronization

/// `/metrics`: the counters of the process, and what receiver and store say at the moment of asking.
final class MetricsPage: Sendable {
    /// What the store says; read anew for every page.
    private struct StoreState {
        var isUp = false
        var summary: InboxSummary?
        var freeBytes: Int64?
    }

    private let context: ConsoleContext
    private let store = Mutex(StoreState())

    init(context: ConsoleContext) {
        self.context = context
        collect()
    }

    func answer() async -> Response {
        await readStore()
        var page: [UInt8] = []
        context.registry.write(into: &page)
        return Response(
            status: 200,
            contentType: PrometheusRegistry.contentType,
            body: page,
            headers: Response.safetyFields
        )
    }

    private func readStore() async {
        var state = StoreState()
        // Both say why in the log of those who use the store; here the fact is enough.
        state.isUp = (try? await context.receiver.probe()) != nil
        state.summary = try? await context.inbox.summary()
        state.freeBytes = context.freeBytes()
        store.withLock { $0 = state }
    }

    private func collect() {
        let registry = context.registry
        registry.collect("polar_receiver_build_info", labels: [("version", context.version)]) { 1 }
        registry.collect("polar_receiver_store_up") { [weak self] in self?.state.map { $0.isUp ? 1 : 0 } }
        registry.collect("polar_receiver_store_free_bytes") { [weak self] in self?.state?.freeBytes.map { Double($0) } }
        registry.collect("polar_receiver_deliveries") { [weak self] in self?.deliveries ?? [] }
        registry.collect("polar_receiver_oldest_pending_delivery_age_seconds") { [weak self] in self?.oldestAge }
        collectEndpoints("silence_seconds") { [clock = context.clock] in clock.now.timeIntervalSince($0.silentSince) }
        collectEndpoints("consecutive_refusals") { Double($0.consecutiveRefusals) }
        collectEndpoints("failing_messages") { Double($0.failingMessages) }
    }

    private func collectEndpoints(_ name: String, _ value: @escaping @Sendable (EndpointStatus) -> Double) {
        context.registry.collect("polar_receiver_endpoint_\(name)") { [receiver = context.receiver] in
            receiver.endpointStatus.map { MetricSample(max(0, value($0)), labels: [("endpoint", $0.name)]) }
        }
    }

    private var state: StoreState? { store.withLock { $0 } }

    private var deliveries: [MetricSample] {
        guard let summary = state?.summary else { return [] }
        let configured = context.receiver.handlerDescriptions.map(\.id)
        let handlers = Set(configured).union(summary.counts.keys).sorted { $0.rawValue < $1.rawValue }
        return handlers.flatMap { handler in
            DeliveryState.allCases.filter { !$0.isFinal }.map { state in
                MetricSample(
                    Double(summary.counts[handler]?[state] ?? 0),
                    labels: [("handler", handler.rawValue), ("state", state.rawValue)]
                )
            }
        }
    }

    private var oldestAge: Double? {
        guard let summary = state?.summary else { return nil }
        return summary.oldestPendingArrival.map { max(0, context.clock.now.timeIntervalSince($0)) } ?? 0
    }
}
