import EventStore
import Foundation
public import HTTPServer
public import HTTPWire

/// Takes operations as JSON (`POST /operations`), for commands that change what a running receiver works on.
///
/// It has no door keeper: give it to a server on a socket that only this user can reach.
public final class OperationsRoute: Responder {
    private typealias Request = (operation: Operation, exchange: Exchange)

    private static let path = RoutePath("/operations")

    private let receiver: Receiver
    private let requests: AsyncStream<Request>
    private let sink: AsyncStream<Request>.Continuation

    /// Makes the door to a receiver; it answers while ``run()`` runs.
    public init(receiver: Receiver) {
        self.receiver = receiver
        (requests, sink) = AsyncStream.makeStream()
    }

    /// Hands the operation to ``run()``.
    public func respond(
        to head: borrowing RequestHead,
        bytes: RawSpan,
        body: RawSpan,
        client: ClientAddress,
        exchange: Exchange
    ) -> Answer {
        guard Self.path.matches(bytes.extracting(head.path)) else { return .now(.notFound) }
        guard head.method == .post else { return .now(.endpointMethod) }
        guard let operation = try? JSONDecoder().decode(Operation.self, from: Data(body.copied())) else {
            return .now(.json(400, #"{"error":"unknown_operation"}"#))
        }
        guard case .enqueued = sink.yield((operation, exchange)) else { return .now(.unavailable) }
        return .later
    }

    /// Performs operations, one after the other, until cancelled.
    public func run() async {
        for await request in requests {
            request.exchange.reply(await response(to: request.operation))
        }
    }

    private func response(to operation: Operation) async -> Response {
        do throws(StoreError) {
            let outcome = try await receiver.perform(operation)
            return .json(200, #"{"changed":\#(outcome.changed)}"#)
        } catch {
            return .json(503, #"{"error":\#(JSONText.quoted("\(error)"))}"#)
        }
    }
}
