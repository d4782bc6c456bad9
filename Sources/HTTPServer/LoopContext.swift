import HTTPWire
import Logging

/// What the loops of one server share.
final class LoopContext: Sendable {
    let configuration: ServerConfiguration

    /// Erased once for all, so that the loops are compiled for one type; generic code of another module's type costs more
    /// than the call.
    let responder: any Responder

    /// Nil for a server without TLS.
    let tls: TLSCredentials?
    let listener: Listener
    let mailboxes: [Mailbox]
    let connectionCount: ConnectionCount
    let inputBudget: InputBudget
    let seats: Seats
    let metrics = ServerMetrics()
    let logger: Logger
    private let refusals = RateLimitedLog()
    private let overloads = RateLimitedLog()
    private let handshakes = RateLimitedLog()
    private let crowds = RateLimitedLog()
    private let shortages = RateLimitedLog()
    private let displacements = RateLimitedLog()

    init(
        configuration: ServerConfiguration,
        responder: any Responder,
        tls: TLSCredentials? = nil,
        listener: Listener,
        mailboxes: [Mailbox],
        descriptorReserve: DescriptorReserve = DescriptorReserve(limit: .max),
        logger: Logger
    ) {
        self.configuration = configuration
        self.responder = responder
        self.tls = tls
        self.listener = listener
        self.mailboxes = mailboxes
        self.logger = logger
        inputBudget = InputBudget(limit: configuration.bodyBudget)
        connectionCount = ConnectionCount(limit: configuration.maximumConnections, reserve: descriptorReserve)
        seats = Seats(configuration)
    }

    /// Logs and counts that a client misbehaves.
    func report(_ refusal: Refusal, of client: ClientAddress) {
        metrics.refused(refusal)
        let log = refusal == .overloaded ? overloads : refusals
        log.log(logger, .warning, refusal.sentence) {
            var metadata: Logger.Metadata = ["error.type": "\(refusal.reason)", "client.address": "\(client)"]
            if let hint = refusal.hint { metadata["error.message"] = "\(hint)" }
            return metadata
        }
    }

    /// Logs and counts that a connection never became one of TLS; clients that leave or say nothing are not worth a line.
    func report(_ failure: TLSSession.Failure, of client: ClientAddress) {
        metrics.refused(failure)
        guard failure != .ended, failure != .timeout else { return }
        handshakes.log(logger, .warning, "Refused a TLS handshake") {
            ["error.type": "\(failure.reason)", "error.message": "\(failure)", "client.address": "\(client)"]
        }
    }

    /// Logs and counts that a client was sent away: it needs the place of another connection, and those are at work.
    func reportCrowd(_ client: ClientAddress) {
        metrics.refusedConnection()
        crowds.log(logger, .warning, "Refused a connection of an address that has too many") {
            ["client.address": "\(client)"]
        }
    }

    /// Logs that a connection has lost its place to another.
    func reportDisplacement(of seat: Seat) {
        displacements.log(logger, .warning, "Closed a connection to make room for another") {
            ["client.address": "\(seat.holder.address)"]
        }
    }

    /// Logs that a client waits and there is no room for it.
    func report(_ shortage: Shortage) {
        shortages.log(logger, .error, "No room for another connection, the most dispensable are closed") {
            ["error.type": "\(shortage)"]
        }
    }
}
