import Foundation
import HTTPServer
import HTTPWire
import Logging

/// Finds who answers a request, and whether it may be answered.
struct Router: Sendable {
    let live: LiveRoute
    let gatekeeper: Gatekeeper
    private let signIn: SignInRoute
    private let health: HealthPage
    private let metrics: MetricsPage
    private let pages: Pages
    private let changes: Changes
    private let api: APIRoute

    init(context: ConsoleContext, gatekeeper: Gatekeeper, writer: PageWriter) {
        self.gatekeeper = gatekeeper
        signIn = SignInRoute(gatekeeper: gatekeeper, writer: writer, logger: context.logger)
        health = HealthPage(context: context)
        metrics = MetricsPage(context: context)
        pages = Pages(context: context, gatekeeper: gatekeeper, writer: writer)
        changes = Changes(context: context)
        api = APIRoute(context: context, changes: changes)
        live = LiveRoute(context: context, writer: writer)
    }

    func answer(_ request: ConsoleRequest, _ exchange: Exchange) async {
        if let response = Self.refusal(ofMethod: request) { return exchange.reply(response) }
        if let response = await openAnswer(to: request) { return exchange.reply(response) }
        let verdict = gatekeeper.judge(request)
        if case .allowed(let visitor) = verdict { return await answer(request, by: visitor, exchange) }
        if let response = refusal(of: verdict, request) { exchange.reply(response) }
    }

    /// The answers that need no token.
    private func openAnswer(to request: ConsoleRequest) async -> Response? {
        switch request.path {
        case "/healthz", "/readyz": await health.answer(request)
        case "/style.css": .asset(StyleSheet.text, "text/css; charset=utf-8")
        case "/live.js": .asset(LiveScript.text, "text/javascript; charset=utf-8")
        case "/icon.svg": .asset(Icon.text, "image/svg+xml")
        case "/sign-in": request.method == .post ? signIn.begin(request) : signIn.form(for: request)
        default: nil
        }
    }

    private func answer(_ request: ConsoleRequest, by visitor: Visitor, _ exchange: Exchange) async {
        guard request.isForChange else {
            guard request.path != "/live/stream" else { return live.begin(exchange) }
            return exchange.reply(await page(request, visitor))
        }
        guard gatekeeper.allowsChange(request, by: visitor) else {
            return exchange.reply(.failure(403, "form_token_missing"))
        }
        exchange.reply(await change(request, visitor))
    }

    private func page(_ request: ConsoleRequest, _ visitor: Visitor) async -> Response {
        if request.path == "/metrics" { return await metrics.answer() }
        if request.isForProgram { return await api.answer(request, visitor) }
        return await pages.answer(request, visitor)
    }

    private func change(_ request: ConsoleRequest, _ visitor: Visitor) async -> Response {
        if request.isForProgram { return await api.answer(request, visitor) }
        if request.path == "/sign-out" { return signIn.end(visitor) }
        return await pages.change(request, visitor, changes)
    }

    static let unknown = Response.failure(401, "token_required", headers: [("WWW-Authenticate", "Bearer")])

    static let blocked = Response.failure(
        429,
        "too_many_wrong_tokens",
        headers: [("Retry-After", "\(FailureLimit.window.components.seconds)")]
    )
}

extension ConsoleRequest {
    private static let changes: Set = ["/replay", "/dismiss", "/sign-out", "/api/v1/replay", "/api/v1/dismiss"]

    /// Whether it is about one of the paths that change something, and show nothing.
    var isForChange: Bool { Self.changes.contains(path) }

    /// Whether a program asks, which has no use for a page.
    var isForProgram: Bool { path == "/metrics" || segments.first == "api" }
}
