import EventStore
import Foundation
public import HTTPServer
public import HTTPWire
public import Logging
public import PolarReceiver
public import PrometheusMetrics

/// The console of a receiver: pages and a JSON API for operators, health and metrics.
///
/// Give it to a server of its own and keep ``run()`` running.
public final class Console: Responder {
    private typealias Question = (request: ConsoleRequest, exchange: Exchange)

    /// How many requests are worked on at the same time; the others wait.
    private static let concurrency = 4

    private let gatekeeper: Gatekeeper
    private let router: Router
    private let questions: AsyncStream<Question>
    private let sink: AsyncStream<Question>.Continuation

    /// Makes the console of a receiver.
    ///
    /// - Parameters:
    ///   - token: what opens it; nil where only this machine reaches it.
    ///   - registry: the metrics of the process; the console adds those that are read from receiver and store.
    ///   - freeBytes: the room on the disk of the database; nil where there is none.
    /// - Throws: an error when a page cannot be parsed.
    public init(
        receiver: Receiver,
        token: AccessToken?,
        registry: PrometheusRegistry,
        version: String,
        freeBytes: @escaping @Sendable () -> Int64?,
        clock: any WallClock = SystemWallClock(),
        logger: Logger
    ) throws {
        gatekeeper = Gatekeeper(token: token)
        let context = ConsoleContext(
            receiver: receiver,
            registry: registry,
            version: version,
            freeBytes: freeBytes,
            clock: clock,
            logger: logger
        )
        router = Router(context: context, gatekeeper: gatekeeper, writer: try PageWriter(version: version))
        (questions, sink) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(1_000))
    }

    /// Refuses methods and strangers before the body is read; see ``Router/admission(of:isReadable:)``.
    public func admit(_ head: borrowing RequestHead, bytes: RawSpan, client: ClientAddress) -> Admission {
        let isReadable = if case .refused = head.bodyFraming { false } else { true }
        let request = ConsoleRequest(head, bytes: bytes, body: RawSpan(), client: client)
        return router.admission(of: request, isReadable: isReadable)
    }

    /// Answers what needs no work, and hands the rest to ``run()``.
    public func respond(
        to head: borrowing RequestHead,
        bytes: RawSpan,
        body: RawSpan,
        client: ClientAddress,
        exchange: Exchange
    ) -> Answer {
        let request = ConsoleRequest(head, bytes: bytes, body: body, client: client)
        guard case .enqueued = sink.yield((request, exchange)) else { return .now(.failure(503, "unavailable")) }
        return .later
    }

    /// Answers requests until cancelled.
    public func run() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.router.live.run() }
            var running = 0
            for await question in questions {
                if running == Self.concurrency { await group.next() } else { running += 1 }
                group.addTask { await self.router.answer(question.request, question.exchange) }
            }
            group.cancelAll()
        }
    }
}
