public import HTTPWire

/// Answers requests.
public protocol Responder: Sendable {
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

/// What a responder does with a request.
public enum Answer: Sendable {
    /// The answer is here.
    case now(Response)

    /// The answer comes through the exchange.
    case later
}
