import Foundation
import HTTPServer
import HTTPWire
public import Logging
import PolarEvents
import Synchronization

/// A Polar of one organization on this machine, for tests and trials.
///
/// It has Polar's webhook endpoints, deliveries, customer states, tokens and development stream, and sends events as Polar does:
/// ten attempts, growing waits, and a disabled endpoint after ten events that have failed. What happens at the shop comes from
/// outside, as bodies of events.
public final class PolarSimulator: Sendable {
    private let options: SimulatorOptions
    let state: SharedState
    private let sender: Sender
    private let listeners: Listeners
    private let logger: Logger
    private let work: AsyncStream<@Sendable () async -> Void>
    private let sink: AsyncStream<@Sendable () async -> Void>.Continuation
    private let running = Mutex<(server: Server, task: Task<Void, Never>, port: Int)?>(nil)
    private let busy = Mutex(0)

    /// An organization access token with every scope that matters.
    public let accessToken: String

    /// The id of the organization.
    public let organizationID: String

    /// Makes a Polar without endpoints, customers and events.
    public init(_ options: SimulatorOptions = SimulatorOptions(), logger: Logger) {
        self.options = options
        self.logger = logger
        let state = SharedState(options)
        self.state = state
        sender = Sender(options: options, state: state)
        listeners = Listeners(options)
        (work, sink) = AsyncStream.makeStream()
        accessToken = state.withLock { state in
            state.oauth.addOrganizationToken(scopes: OAuthRoutes.defaultScope.split(separator: " ").map(String.init))
        }
        organizationID = state.withLock { $0.organizationID }
    }

    /// Serves the API on this machine, and sends from now on.
    ///
    /// - Parameter port: 0 takes a free one.
    /// - Returns: the port.
    /// - Throws: an error when the port is taken.
    @discardableResult
    public func start(port: Int = 0) throws -> Int {
        let listener = try Listener(host: "127.0.0.1", port: port)
        let server = Server(
            configuration: ServerConfiguration(maximumConnectionsPerAddress: 10_000, loopCount: 1),
            responder: SimulatorResponder(simulator: self),
            logger: logger
        )
        try server.start(on: listener)
        let task = Task { await self.runWork() }
        running.withLock { $0 = (server, task, listener.port) }
        return listener.port
    }

    /// Stops serving and sending; what is on its way is given up.
    public func stop() async {
        guard let (server, task, _) = running.withLock({ $0.take() }) else { return }
        listeners.finish()
        sink.finish()
        task.cancel()
        await task.value
        await server.drain(grace: .seconds(1))
    }

    /// The address of API and pages, without `/v1`.
    public var url: String { "http://127.0.0.1:\(running.withLock { $0?.port } ?? 0)" }

    /// Whether something is on its way or waits for its next attempt.
    public var isBusy: Bool { busy.withLock { $0 > 0 } }

    // MARK: Work

    private func runWork() async {
        await withDiscardingTaskGroup { group in
            for await job in work { group.addTask { await job() } }
            group.cancelAll()
        }
    }

    private func start(_ job: @escaping @Sendable () async -> Void) {
        busy.withLock { $0 += 1 }
        sink.yield { [self] in
            await job()
            busy.withLock { $0 -= 1 }
        }
    }

    // MARK: Requests

    func answer(_ request: SimulatorRequest, _ exchange: Exchange) -> Answer {
        if request.segments.prefix(3) == ["v1", "cli", "listen"] { return listen(request, exchange) }
        let answer = state.withLock { Self.answer(request, &$0, url: url) }
        if answer.status == 202, request.segments.count == 5, request.segments[4] == "redeliver" {
            redeliver(request.segments[3])
        }
        if answer.status == 201, request.segments == ["simulator", "events"] {
            emit(body: String(decoding: request.body, as: UTF8.self))
        }
        return .now(answer.response)
    }

    private static func answer(
        _ request: SimulatorRequest,
        _ state: inout SimulatorState,
        url: String
    ) -> SimulatorAnswer {
        switch (request.segments.first, request.segments.dropFirst().first) {
        case ("simulator", _): return ControlRoutes.answer(request, &state)
        case ("oauth2", "authorize"): return AuthorizePage.answer(request, &state.oauth)
        case (".well-known", "openid-configuration"): return ControlRoutes.discovery(url)
        case ("v1", "oauth2"): return OAuthRoutes.answer(request, &state)
        case ("v1", _): return SimulatorRoutes.refusal(request, &state) ?? SimulatorRoutes.answer(request, &state)
        default: return .noSuchPath
        }
    }

    private func listen(_ request: SimulatorRequest, _ exchange: Exchange) -> Answer {
        if let refusal = state.withLock({ SimulatorRoutes.refusal(request, &$0)?.response }) { return .now(refusal) }
        guard request.method == "GET", request.segments.dropFirst(3) == [organizationID] else {
            return .now(SimulatorAnswer.notFound.response)
        }
        let end = listeners.begin(exchange, organization: organizationID)
        sink.yield(end)
        return .later
    }

    // MARK: Events

    /// Lets something happen at Polar: an event for each enabled endpoint that wants its type, and for who listens.
    ///
    /// - Parameter body: the body, with its envelope.
    /// - Returns: the `webhook-id` of each event.
    @discardableResult
    public func emit(body: String) -> [String] {
        let type = Envelope.scan(body.utf8Span.span.bytes).type ?? ""
        let events = state.withLock { $0.record(body, type: type) }
        for event in events {
            start { [sender] in await sender.deliver(event.id) }
        }
        listeners.send(body, organization: organizationID)
        return events.map(\.id)
    }

    /// Sends an event again: one attempt, and more where Polar would make them.
    private func redeliver(_ id: String) {
        start { [sender] in
            guard await sender.attempt(id) else { return }
            await sender.deliver(id)
        }
    }
}

/// Answers for a simulator that may be gone.
private struct SimulatorResponder: Responder {
    weak let simulator: PolarSimulator?

    func respond(
        to head: borrowing RequestHead,
        bytes: RawSpan,
        body: RawSpan,
        client: ClientAddress,
        exchange: Exchange
    ) -> Answer {
        guard let simulator else { return .now(SimulatorAnswer.empty(503).response) }
        return simulator.answer(SimulatorRequest(head, bytes: bytes, body: body), exchange)
    }
}
