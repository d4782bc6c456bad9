import EventStore
import Foundation
public import HTTPServer
public import HTTPWire

/// Takes operations (`POST /operations`) and recovered messages (`POST /recoveries`) as JSON, for commands that change what a
/// running receiver works on.
///
/// It has no door keeper: give it to a server on a socket that only this user can reach.
public final class OperationsRoute: Responder {
    private enum Work: Sendable {
        case operation(Operation)
        case recovery(RecoveredMessage)
    }

    private typealias Request = (work: Work, exchange: Exchange)

    private static let operations = RoutePath("/operations")
    private static let recoveries = RoutePath("/recoveries")

    private let receiver: Receiver
    private let requests: AsyncStream<Request>
    private let sink: AsyncStream<Request>.Continuation

    /// Makes the door to a receiver; it answers while ``run()`` runs.
    public init(receiver: Receiver) {
        self.receiver = receiver
        (requests, sink) = AsyncStream.makeStream()
    }

    /// Refuses other requests than operations before their bodies are read.
    public func admit(_ head: borrowing RequestHead, bytes: RawSpan, client: ClientAddress) -> Admission {
        Self.refusal(of: head, bytes).map(Admission.refuse) ?? .read()
    }

    private static func refusal(of head: borrowing RequestHead, _ bytes: RawSpan) -> Response? {
        let path = bytes.extracting(head.path)
        guard recoveries.matches(path) || operations.matches(path) else { return .notFound }
        return head.method == .post ? nil : .endpointMethod
    }

    /// Hands the operation to ``run()``.
    public func respond(
        to head: borrowing RequestHead,
        bytes: RawSpan,
        body: RawSpan,
        client: ClientAddress,
        exchange: Exchange
    ) -> Answer {
        if let refusal = Self.refusal(of: head, bytes) { return .now(refusal) }
        let isRecovery = Self.recoveries.matches(bytes.extracting(head.path))
        guard let work = isRecovery ? Self.recovery(in: body) : Self.operation(in: body) else {
            return .now(.json(400, #"{"error":"unknown_operation"}"#))
        }
        guard case .enqueued = sink.yield((work, exchange)) else { return .now(.unavailable) }
        return .later
    }

    private static func operation(in body: RawSpan) -> Work? {
        (try? JSONDecoder().decode(Operation.self, from: Data(body.copied()))).map(Work.operation)
    }

    private static func recovery(in body: RawSpan) -> Work? {
        (try? JSONDecoder().decode(RecoveredMessage.self, from: Data(body.copied()))).map(Work.recovery)
    }

    /// Performs operations, one after the other, until cancelled.
    public func run() async {
        for await request in requests {
            request.exchange.reply(await response(to: request.work))
        }
    }

    private func response(to work: Work) async -> Response {
        do throws(StoreError) {
            let changed =
                switch work {
                case .operation(let operation): try await receiver.perform(operation).changed
                case .recovery(let message): try await receiver.recover(message) == .accepted ? 1 : 0
                }
            return .json(200, #"{"changed":\#(changed)}"#)
        } catch {
            return .json(503, #"{"error":\#(JSONText.quoted("\(error)"))}"#)
        }
    }
}
