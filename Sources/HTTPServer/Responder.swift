public import HTTPWire

/// Answers requests.
public protocol Responder: Sendable {
    /// Says whether the body of a request is worth reading, when its head is complete and its body is not there yet.
    ///
    /// A body that it refuses costs the server neither memory nor work. The server does not ask about every request: a short
    /// body often arrives with its head. So ``respond(to:bytes:body:client:exchange:)`` refuses the same requests itself.
    /// Both are called on the connection's loop.
    ///
    /// The head may say that the end of the body cannot be found (``RequestHead/BodyFraming/refused(_:)``). If such a request
    /// is admitted, the server refuses it for that reason.
    ///
    /// - Parameters:
    ///   - head: where the parts of the head are in `bytes`.
    ///   - bytes: the request's head.
    ///   - client: who sent it.
    func admit(_ head: borrowing RequestHead, bytes: RawSpan, client: ClientAddress) -> Admission

    /// Answers a request now, or later through `exchange`.
    ///
    /// Called on the connection's loop with bytes that are valid during the call only. It must not block: every other
    /// connection of the loop waits meanwhile.
    ///
    /// - Parameters:
    ///   - head: where the parts of the request are in `bytes`.
    ///   - bytes: the request's head.
    ///   - body: the whole body, chunked coding removed.
    ///   - client: who sent it.
    ///   - exchange: takes the answer after `.later`, once, from any thread.
    func respond(
        to head: borrowing RequestHead,
        bytes: RawSpan,
        body: RawSpan,
        client: ClientAddress,
        exchange: Exchange
    ) -> Answer
}

extension Responder {
    /// Admits every body that the server's own limit allows.
    public func admit(_ head: borrowing RequestHead, bytes: RawSpan, client: ClientAddress) -> Admission { .read() }
}

/// The decision about a body before it is read.
public enum Admission: Sendable {
    /// The server reads the body, up to so many bytes and its own limit; a longer one is refused with 413.
    case read(upTo: Int = .max)

    /// The server sends this answer and closes the connection; it does not read the body.
    case refuse(Response)
}

/// What a responder does with a request.
public enum Answer: Sendable {
    /// The answer is here.
    case now(Response)

    /// The answer comes through the exchange.
    case later
}
