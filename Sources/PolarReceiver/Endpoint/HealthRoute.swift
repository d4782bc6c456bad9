import EventStore
import HTTPServer
import HTTPWire
import Synchronization

/// Answers `/healthz` (the process works) and `/readyz` (messages can be stored now).
///
/// Asking the store is asynchronous, so a readiness request is handed to ``run()``, which asks once for all that wait.
final class HealthRoute: Sendable {
    enum Page {
        case live
        case ready
    }

    private static let livePath = RoutePath("/healthz")
    private static let readyPath = RoutePath("/readyz")

    private let store: any EventStore
    private let requests: RequestMetrics
    private let isDispatching = Atomic(false)
    private let isDraining = Atomic(false)
    private let waiting = Mutex<[Exchange]>([])
    private let asked = WakeSignal()

    init(store: any EventStore, requests: RequestMetrics) {
        self.store = store
        self.requests = requests
    }

    func page(at path: RawSpan) -> Page? {
        if Self.livePath.matches(path) { return .live }
        if Self.readyPath.matches(path) { return .ready }
        return nil
    }

    func answer(_ page: Page, exchange: Exchange) -> Answer {
        guard page == .ready, isDispatching.load(ordering: .relaxed), !isDraining.load(ordering: .relaxed) else {
            return .now(report(page, store: nil))
        }
        waiting.withLock { $0.append(exchange) }
        asked.signal()
        return .later
    }

    /// Says that the receiver drains: it lives on for a while but takes no new messages.
    func drain() {
        isDraining.store(true, ordering: .relaxed)
    }

    /// Answers readiness requests until cancelled.
    func run() async {
        isDispatching.store(true, ordering: .relaxed)
        while !Task.isCancelled {
            await asked.wait()
            await answerWaiting()
        }
        isDispatching.store(false, ordering: .relaxed)
        await answerWaiting()
    }

    private func answerWaiting() async {
        let exchanges = waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        guard !exchanges.isEmpty else { return }
        var failure: StoreError.Code?
        do { try await store.probe() } catch { failure = error.code }
        let response = report(.ready, store: failure.map { "\($0)" } ?? "ok")
        for exchange in exchanges { exchange.reply(response) }
    }

    private func report(_ page: Page, store: String?) -> Response {
        var checks = [("dispatcher", isDispatching.load(ordering: .relaxed) ? "ok" : "stopped")]
        if page == .ready {
            if isDraining.load(ordering: .relaxed) { checks.append(("intake", "draining")) }
            if let store { checks.append(("store", store)) }
        }
        let isOK = checks.allSatisfy { $0.1 == "ok" }
        let members = checks.map { #""\#($0)":"\#($1)""# }.joined(separator: ",")
        let status = isOK ? 200 : 503
        requests.count(.health, status: status)
        return .json(status, #"{"status":"\#(isOK ? "ok" : "unavailable")","checks":{\#(members)}}"#)
    }
}
