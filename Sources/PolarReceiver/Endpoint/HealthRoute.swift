import EventStore
import HTTPServer
import HTTPWire
import Synchronization

/// Answers `/healthz` (the process works) and `/readyz` (messages can be stored now).
///
/// Asking the store is asynchronous, so a readiness request that ``StoreProbe`` has no verdict for is handed to ``run()``.
final class HealthRoute: Sendable {
    enum Page {
        case live
        case ready
    }

    private typealias Question = (method: RequestMetrics.Method, exchange: Exchange)

    private struct State {
        var isDispatching = false
        var isDraining = false

        /// Readiness requests for ``run()``; none is added once it has ended.
        var waiting: [Question] = []

        mutating func takeWaiting() -> [Question] {
            defer { waiting = [] }
            return waiting
        }
    }

    private static let livePath = RoutePath("/healthz")
    private static let readyPath = RoutePath("/readyz")

    private let probe: StoreProbe
    private let requests: RequestMetrics
    private let state = Mutex(State())
    private let asked = WakeSignal()

    init(probe: StoreProbe, requests: RequestMetrics) {
        self.probe = probe
        self.requests = requests
    }

    /// Whether a page is there, so that no endpoint can be.
    static func takes(_ path: RoutePath) -> Bool {
        path == livePath || path == readyPath
    }

    func page(at path: RawSpan) -> Page? {
        if Self.livePath.matches(path) { return .live }
        if Self.readyPath.matches(path) { return .ready }
        return nil
    }

    func answer(_ page: Page, _ method: RequestHead.Method, exchange: Exchange) -> Answer {
        let method = RequestMetrics.Method(method)
        if page == .ready, let verdict = probe.verdict { return .now(report(page, method, store: verdict)) }
        let waits = state.withLock { state in
            guard page == .ready, state.isDispatching, !state.isDraining else { return false }
            state.waiting.append((method, exchange))
            return true
        }
        guard waits else { return .now(report(page, method, store: nil)) }
        asked.signal()
        return .later
    }

    /// Says that the receiver drains: it lives on for a while but takes no new messages.
    func drain() {
        state.withLock { $0.isDraining = true }
    }

    /// Answers readiness requests until cancelled.
    func run() async {
        state.withLock { $0.isDispatching = true }
        while !Task.isCancelled {
            await asked.wait()
            let questions = state.withLock { $0.takeWaiting() }
            if !questions.isEmpty { answer(questions, store: await probe.check()) }
        }
        let last = state.withLock { state in
            state.isDispatching = false
            return state.takeWaiting()
        }
        answer(last, store: nil)
    }

    private func answer(_ questions: [Question], store: StoreProbe.Verdict?) {
        for question in questions { question.exchange.reply(report(.ready, question.method, store: store)) }
    }

    private func report(_ page: Page, _ method: RequestMetrics.Method, store: StoreProbe.Verdict?) -> Response {
        let (isDispatching, isDraining) = state.withLock { ($0.isDispatching, $0.isDraining) }
        var checks = [("dispatcher", isDispatching ? "ok" : "stopped")]
        if page == .ready {
            if isDraining { checks.append(("intake", "draining")) }
            if let store { checks.append(("store", store.word)) }
        }
        let isOK = checks.allSatisfy { $0.1 == "ok" }
        let members = checks.map { #""\#($0)":"\#($1)""# }.joined(separator: ",")
        let status = isOK ? 200 : 503
        requests.count(.health, method, status: status)
        return .json(status, #"{"status":"\#(isOK ? "ok" : "unavailable")","checks":{\#(members)}}"#)
    }
}

extension StoreProbe.Verdict {
    /// `ok`, or the code of the error.
    fileprivate var word: String {
        switch self {
        case .success: "ok"
        case .failure(let error): "\(error.code)"
        }
    }
}
