/// A configuration's time-outs in milliseconds, and how often they are looked at.
struct Timing: Sendable {
    let head: Int64
    let body: Int64
    let idle: Int64

    /// A quarter of the shortest time-out, from 10 ms to 1 s: a time-out is late by that much at most.
    let tick: Int64

    init(_ configuration: ServerConfiguration) {
        head = configuration.headTimeout.milliseconds
        body = configuration.bodyTimeout.milliseconds
        idle = configuration.idleTimeout.milliseconds
        tick = min(max(min(head, body, idle) / 4, 10), 1_000)
    }
}
