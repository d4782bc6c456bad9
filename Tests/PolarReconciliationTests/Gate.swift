import HTTPServer
import HTTPWire
import PolarReceiver
import Synchronization

/// Stands before a receiver, and answers 503 for it while it is closed.
final class Gate: Responder {
    private let receiver: ReceiverResponder
    private let isOpen = Atomic(true)

    init(_ receiver: ReceiverResponder) {
        self.receiver = receiver
    }

    func set(open: Bool) {
        isOpen.store(open, ordering: .relaxed)
    }

    func respond(
        to head: borrowing RequestHead,
        bytes: RawSpan,
        body: RawSpan,
        client: ClientAddress,
        exchange: Exchange
    ) -> Answer {
        guard isOpen.load(ordering: .relaxed) else { return .now(.json(503, "{}")) }
        return receiver.respond(to: head, bytes: bytes, body: body, client: client, exchange: exchange)
    }
}
