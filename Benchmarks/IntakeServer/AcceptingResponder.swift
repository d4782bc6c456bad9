import HTTPServer
import HTTPWire

/// Accepts every request that is read whole.
struct AcceptingResponder: Responder {
    private static let accepted = Response.json(202, #"{"result":"accepted"}"#)

    func respond(
        to head: borrowing RequestHead,
        bytes: RawSpan,
        body: RawSpan,
        client: ClientAddress,
        exchange: Exchange
    ) -> Answer {
        .now(Self.accepted)
    }
}
