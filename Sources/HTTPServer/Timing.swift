/// A configuration's time-outs in milliseconds, and how often they are looked at.
struct Timing: Sendable {
    /// How long a client may go on sending after an answer that ends the connection.
    static let lingering: Int64 = 2_000

    /// How long a drain waits for a client that has sent nothing yet.
    static let drainPatience: Int64 = 1_000

    /// How long a loop rests that has no room for another client.
    static let rest: Int64 = 50

    let handshake: Int64
    let head: Int64
    let body: Int64
    let idle: Int64

    /// A five-hundredth of the shortest time-out, from 10 to 200 ms: a time-out is late by that much at most.
    ///
    /// Clients that came one after the other also go so, and not all of a second's in one turn, for which others wait.
    let tick: Int64

    init(_ configuration: ServerConfiguration) {
        handshake = configuration.handshakeTimeout.milliseconds
        head = configuration.headTimeout.milliseconds
        body = configuration.bodyTimeout.milliseconds
        idle = configuration.idleTimeout.milliseconds
        tick = min(max(min(handshake, head, body, idle) / 500, 10), 200)
    }
}
