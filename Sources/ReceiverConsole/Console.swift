import EventStore
import Foundation
public import HTTPServer
public import HTTPWire
public import Logging
public import PolarReceiver
public import PrometheusMetrics

/// The console of a receiver: pages and a JSON API for operators, health and metrics.
///
/// Give it to a server of its own and keep ``run()`` running. It works on threads of its own, behind those that deliver, so
/// that no page delays a delivery.
public final class Console: Responder {
    /// How many bytes a body may have where it means nothing.
    private static let smallBody = 16_384

    private let gatekeeper: Gatekeeper
    private let router: Router
    private let executor = ThreadExecutor(name: "console", limit: 2, niceness: 10)

    // Neither strangers who try tokens nor a change of many deliveries keep pages from being shown.
    private let reads = Lane(concurrency: 4, waiting: 64)
    private let changes = Lane(concurrency: 1, waiting: 16)
    private let strangers = Lane(concurrency: 2, waiting: 32)

    /// Makes the console of a receiver.
    ///
    /// - Parameters:
    ///   - token: what opens it.
    ///   - showsHealth: whether metrics and probes need no token, because only this machine reaches them.
    ///   - registry: the metrics of the process; the console adds those that are read from receiver and store.
    ///   - freeBytes: the room on the disk of the database; nil where there is none.
    /// - Throws: an error when a page cannot be parsed.
    public init(
        receiver: Receiver,
        token: AccessToken,
        showsHealth: Bool,
        registry: PrometheusRegistry,
        version: String,
        freeBytes: @escaping @Sendable () -> Int64?,
        clock: any WallClock = SystemWallClock(),
        logger: Logger
    ) throws {
        gatekeeper = Gatekeeper(token: token, wrongTokens: WrongTokens(registry: registry, logger: logger))
        let context = ConsoleContext(
            receiver: receiver,
            registry: registry,
            version: version,
            freeBytes: freeBytes,
            clock: clock,
            logger: logger
        )
        router = Router(
            context: context,
            gatekeeper: gatekeeper,
            writer: try PageWriter(version: version),
            showsHealth: showsHealth
        )
    }

    /// The path of a link that signs in once.
    ///
    /// - Parameter lifetime: how long it is good for.
    public func makeSignInPath(lifetime: Duration = .seconds(300)) -> String {
        "/sign-in?code=\(gatekeeper.codes.make(lifetime: lifetime))"
    }

    /// Refuses methods and strangers before the body is read, and long bodies where a body means nothing.
    public func admit(_ head: borrowing RequestHead, bytes: RawSpan, client: ClientAddress) -> Admission {
        let (request, decision) = decide(head, bytes: bytes, client: client)
        if case .refused(let response) = decision { return .refuse(response) }
        return request.method == .post ? .read() : .read(upTo: Self.smallBody)
    }

    /// Answers what needs no work, and hands the rest to ``run()``.
    public func respond(
        to head: borrowing RequestHead,
        bytes: RawSpan,
        body: RawSpan,
        client: ClientAddress,
        exchange: Exchange
    ) -> Answer {
        let (request, decision) = decide(head, bytes: bytes, client: client)
        let (visitor, lane): (Visitor?, Lane)
        switch decision {
        case .refused(let response), .asset(let response): return .now(response)
        case .open: (visitor, lane) = (nil, strangers)
        case .allowed(let allowed): (visitor, lane) = (allowed, request.isForChange ? changes : reads)
        }
        let question = Lane.Question(request: request.with(body: body), visitor: visitor, exchange: exchange)
        guard lane.take(question) else {
            return .now(.failure(503, "unavailable", headers: [("Retry-After", "1")]))
        }
        return .later
    }

    /// What becomes of a request by its head alone, before its body is read.
    private func decide(
        _ head: borrowing RequestHead,
        bytes: RawSpan,
        client: ClientAddress
    ) -> (ConsoleRequest, Router.Decision) {
        let request = ConsoleRequest(head, bytes: bytes, client: client)
        return (request, router.decide(request))
    }

    /// Answers requests until cancelled.
    public func run() async {
        await withTaskExecutorPreference(executor) {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await self.router.live.run() }
                for lane in [self.reads, self.changes, self.strangers] {
                    group.addTask { await lane.run(self.answer) }
                }
            }
        }
    }

    private func answer(_ question: Lane.Question) async {
        guard let visitor = question.visitor else {
            return await router.answerOpenly(question.request, question.exchange)
        }
        await router.answer(question.request, by: visitor, question.exchange)
    }
}

/// Requests that wait for their answers: some at a time, and no more than a number of them.
private struct Lane: Sendable {
    struct Question: Sendable {
        let request: ConsoleRequest
        let visitor: Visitor?
        let exchange: Exchange
    }

    private let concurrency: Int
    private let questions: AsyncStream<Question>
    private let sink: AsyncStream<Question>.Continuation

    init(concurrency: Int, waiting: Int) {
        self.concurrency = concurrency
        (questions, sink) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(waiting))
    }

    /// False when too many wait already.
    func take(_ question: Question) -> Bool {
        if case .enqueued = sink.yield(question) { true } else { false }
    }

    /// Answers until cancelled.
    func run(_ answer: @escaping @Sendable (Question) async -> Void) async {
        await withTaskGroup(of: Void.self) { group in
            var running = 0
            for await question in questions {
                if running == concurrency { await group.next() } else { running += 1 }
                group.addTask { await answer(question) }
            }
            group.cancelAll()
        }
    }
}
