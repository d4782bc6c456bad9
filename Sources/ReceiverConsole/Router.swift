import Foundation
import HTTPServer
import HTTPWire
import Logging

/// Finds who answers a request, and whether it may be answered.
struct Router: Sendable {
    /// What the head of a request decides.
    enum Decision {
        /// The request is refused, whatever its body says.
        case refused(Response)

        /// The answer is a fixed text.
        case asset(Response)

        /// A page that shows nothing of the receiver, or that needs no token here.
        case open

        /// An operator asks.
        case allowed(Visitor)
    }

    let live: LiveRoute

    /// Whether metrics and probes need no token, because only this machine reaches them.
    private let showsHealth: Bool
    private let gatekeeper: Gatekeeper
    private let signIn: SignInRoute
    private let health: HealthPage
    private let metrics: MetricsPage
    private let pages: Pages
    private let changes: Changes
    private let api: APIRoute

    init(context: ConsoleContext, gatekeeper: Gatekeeper, writer: PageWriter, showsHealth: Bool) {
        self.showsHealth = showsHealth
        self.gatekeeper = gatekeeper
        signIn = SignInRoute(gatekeeper: gatekeeper, writer: writer, logger: context.logger)
        health = HealthPage(context: context)
        metrics = MetricsPage(context: context)
        pages = Pages(context: context, gatekeeper: gatekeeper, writer: writer)
        changes = Changes(context: context)
        api = APIRoute(context: context, changes: changes)
        live = LiveRoute(context: context, writer: writer, sessions: gatekeeper.sessions)
    }

    // MARK: The head

    /// Decides by the head alone, so that a server need not read the body of a refused request.
    func decide(_ request: ConsoleRequest) -> Decision {
        if let refusal = Self.refusal(ofMethod: request) { return .refused(refusal) }
        if Gatekeeper.isEmbedded(request) { return .refused(.failure(403, "cross_site_request")) }
        if let asset = Self.asset(request.path) { return .asset(asset) }
        if request.path == "/sign-in" { return .open }
        if showsHealth, request.isAboutHealth {
            return Gatekeeper.namesThisMachine(request) ? .open : .refused(.failure(403, "unknown_host"))
        }
        switch gatekeeper.judge(request) {
        case .allowed(let visitor): return .allowed(visitor)
        case .unknown: return .refused(request.isForProgram ? Self.unknown : .seeOther("/sign-in"))
        case .blocked: return .refused(Self.blocked)
        }
    }

    private static func asset(_ path: String) -> Response? {
        switch path {
        case "/style.css": .asset(StyleSheet.text, "text/css; charset=utf-8")
        case "/live.js": .asset(LiveScript.text, "text/javascript; charset=utf-8")
        case "/icon.svg": .asset(Icon.text, "image/svg+xml")
        default: nil
        }
    }

    /// The answer to a method that its path does not have; nil for one that it may have.
    private static func refusal(ofMethod request: ConsoleRequest) -> Response? {
        let isRead = request.method == .get || request.method == .head
        let (isAllowed, allowed) =
            switch (request.isForChange, request.path) {
            case (true, _): (request.method == .post, "POST")
            case (_, "/sign-in"): (isRead || request.method == .post, "GET, HEAD, POST")
            default: (isRead, "GET, HEAD")
            }
        return isAllowed ? nil : .failure(405, "method_not_allowed", headers: [("Allow", allowed)])
    }

    // MARK: The whole request

    /// Answers a request that needs no operator.
    func answerOpenly(_ request: ConsoleRequest, _ exchange: Exchange) async {
        exchange.reply(await openAnswer(to: request))
    }

    private func openAnswer(to request: ConsoleRequest) async -> Response {
        if request.path == "/sign-in" { return request.method == .post ? signIn.take(request) : signIn.show(request) }
        return request.path == "/metrics" ? await metrics.answer() : await health.answer(request)
    }

    /// Answers a request of an operator.
    func answer(_ request: ConsoleRequest, by visitor: Visitor, _ exchange: Exchange) async {
        if request.isForChange {
            guard gatekeeper.allowsChange(request, by: visitor) else {
                return exchange.reply(.failure(403, "form_token_missing"))
            }
            exchange.reply(await change(request, visitor))
        } else if request.path == "/live/stream" {
            live.begin(exchange, for: visitor)
        } else {
            exchange.reply(await page(request, visitor))
        }
    }

    private func page(_ request: ConsoleRequest, _ visitor: Visitor) async -> Response {
        if request.isAboutHealth { return await openAnswer(to: request) }
        if request.isForProgram { return await api.answer(request, visitor) }
        return await pages.answer(request, visitor)
    }

    private func change(_ request: ConsoleRequest, _ visitor: Visitor) async -> Response {
        if request.isForProgram { return await api.answer(request, visitor) }
        if request.path == "/sign-out" { return signIn.end(visitor) }
        return await pages.change(request, visitor, changes)
    }

    private static let unknown = Response.failure(401, "token_required", headers: [("WWW-Authenticate", "Bearer")])

    private static let blocked = Response.failure(
        429,
        "too_many_wrong_tokens",
        headers: [("Retry-After", "\(WrongTokens.window.components.seconds)")]
    )
}

extension ConsoleRequest {
    private static let changes: Set = ["/replay", "/dismiss", "/sign-out", "/api/v1/replay", "/api/v1/dismiss"]

    /// Whether it is about one of the paths that change something, and show nothing.
    var isForChange: Bool { Self.changes.contains(path) }

    /// Whether it is about metrics or a probe.
    var isAboutHealth: Bool { ["/metrics", "/healthz", "/readyz"].contains(path) }

    /// Whether a program asks, which has no use for a page.
    var isForProgram: Bool { isAboutHealth || segments.first == "api" }
}
