import HTTPWire

/// Serves single connections: reads, parses, asks the responder and writes, without waiting and without the others.
///
/// A connection that it closes is left in ``Connection/Phase/closed``.
struct ConnectionDriver: ~Copyable {
    /// How much is done for one connection, in reads and requests, before it is the turn of the others.
    private static var stepsPerTurn: Int { 64 }

    private let context: LoopContext
    private let mailbox: Mailbox
    private let timing: Timing
    private var pool: IncomingRequestPool
    private var encoder = AnswerEncoder()

    /// The loop's time, in milliseconds of the monotonic clock.
    var now = MonotonicTime.milliseconds

    /// Whether every answer is the last of its connection.
    var isDraining = false

    init(context: LoopContext, mailbox: Mailbox, timing: Timing) {
        self.context = context
        self.mailbox = mailbox
        self.timing = timing
        pool = IncomingRequestPool(limits: context.configuration.limits)
    }

    /// Starts to wait for the first request.
    func open(_ connection: Connection) {
        connection.idleSince = now
        connection.deadline = now + timing.head
    }

    /// Waits for a client that has sent nothing only as long as a drain can.
    func hurry(_ connection: Connection) {
        connection.deadline = min(connection.deadline ?? .max, now + Timing.drainPatience)
    }

    /// Does what the received bytes allow; true when there may be more to do in another turn.
    mutating func advance(_ connection: Connection) -> Bool {
        var steps = Self.stepsPerTurn
        while steps > 0, step(connection) { steps -= 1 }
        releaseIncoming(of: connection)
        return steps == 0
    }

    /// Sends the answer to the request that waits for it.
    mutating func answer(_ connection: Connection, _ response: Response) {
        connection.closesAfterAnswer = connection.closesAfterAnswer || isDraining
        let bytes = encoder.encode(
            response,
            omitsBody: connection.omitsBody,
            closes: connection.closesAfterAnswer
        )
        guard connection.send(bytes) else { return connection.phase = .closed }
        guard !connection.output.isEmpty else { return finishAnswer(connection) }
        connection.phase = .flush
        connection.deadline = now + timing.body
    }

    /// Answers without the responder, and closes.
    mutating func refuse(_ connection: Connection, _ refusal: Refusal) {
        context.report(refusal, of: connection.client)
        connection.omitsBody = connection.incoming.map { $0.reader.head.method == .head } ?? false
        connection.closesAfterAnswer = true
        answer(connection, refusal.response)
    }

    /// Goes on sending what the client has not taken.
    func flush(_ connection: Connection) {
        guard !connection.output.isEmpty else { return }
        guard connection.flush() else { return connection.phase = .closed }
        if connection.output.isEmpty, connection.phase == .flush { finishAnswer(connection) }
    }

    /// Leaves the connection for its loop to forget.
    mutating func close(_ connection: Connection) {
        connection.tls?.finishSending()
        connection.phase = .closed
        releaseIncoming(of: connection)
    }

    // MARK: Steps

    /// Does one thing; false when the connection has to wait or is closed.
    private mutating func step(_ connection: Connection) -> Bool {
        switch connection.phase {
        case .answer, .flush, .closed: false
        case .lingering: discard(connection)
        case .idle, .head, .body: parse(connection) || fill(connection)
        }
    }

    /// Parses what is there; false when nothing comes of it without more bytes.
    private mutating func parse(_ connection: Connection) -> Bool {
        guard let incoming = connection.incoming, !incoming.input.isEmpty else { return false }
        do {
            switch try incoming.read() {
            case .needsHead: awaitHead(connection)
            case .needsBody(let sendsContinue): awaitBody(connection, sendsContinue: sendsContinue)
            case .request(let layout):
                respond(connection, incoming, layout)
                return true
            }
        } catch {
            refuse(connection, .malformed(error))
            return true
        }
        return false
    }

    /// Reads more; false when there is nothing to read.
    private mutating func fill(_ connection: Connection) -> Bool {
        guard connection.isReadable, connection.phase != .closed else { return false }
        // A client that ends has got every answer; what there is of another request will not become whole.
        if !connection.receive(into: takeIncoming(for: connection).input) {
            if let failure = connection.tls?.failure { context.report(failure, of: connection.client) }
            connection.phase = .closed
        }
        return true
    }

    /// Reads and throws away; false when there is nothing to read.
    private mutating func discard(_ connection: Connection) -> Bool {
        guard connection.isReadable else { return false }
        let input = takeIncoming(for: connection).input
        if !connection.receive(into: input) { connection.phase = .closed }
        input.clear()
        return true
    }

    private func awaitHead(_ connection: Connection) {
        guard connection.phase == .idle else { return }
        connection.phase = .head
        // The time for the first head runs from the start of the connection.
        if connection.requestCount > 0 { connection.deadline = now + timing.head }
    }

    private func awaitBody(_ connection: Connection, sendsContinue: Bool) {
        guard connection.phase != .body else { return }
        connection.phase = .body
        connection.deadline = now + timing.body
        guard sendsContinue else { return }
        if !connection.send(Response.continueBytes) { connection.phase = .closed }
    }

    private mutating func respond(_ connection: Connection, _ incoming: IncomingRequest, _ layout: RequestLayout) {
        connection.phase = .answer
        connection.deadline = nil
        connection.requestCount &+= 1
        connection.omitsBody = incoming.reader.head.method == .head
        connection.closesAfterAnswer = !incoming.reader.head.keepsAlive
        let request = RequestID(connection: connection.id, number: connection.requestCount)
        let answer = incoming.input.withBytes { bytes in
            let head = bytes.extracting(0..<layout.headLength)
            return context.responder.respond(
                to: incoming.reader.head,
                bytes: head,
                body: bytes.extracting(layout.headLength..<layout.bodyEnd),
                client: client(of: connection, incoming.reader.head, head),
                exchange: Exchange(mailbox: mailbox, request: request)
            )
        }
        incoming.finish(layout)
        if case .now(let response) = answer { self.answer(connection, response) }
    }

    /// Who has sent a request, perhaps through a proxy.
    private func client(of connection: Connection, _ head: borrowing RequestHead, _ bytes: RawSpan) -> ClientAddress {
        context.configuration.trustedProxies.client(of: connection.client, head, bytes)
    }

    private func finishAnswer(_ connection: Connection) {
        guard !connection.closesAfterAnswer else { return linger(connection) }
        connection.phase = .idle
        connection.idleSince = now
        connection.deadline = now + timing.idle
    }

    private func linger(_ connection: Connection) {
        connection.finishSending()
        connection.phase = .lingering
        connection.incoming?.input.clear()
        connection.deadline = now + Timing.lingering
    }

    // MARK: Incoming requests

    private mutating func takeIncoming(for connection: Connection) -> IncomingRequest {
        if let incoming = connection.incoming { return incoming }
        let incoming = pool.take()
        connection.incoming = incoming
        return incoming
    }

    private mutating func releaseIncoming(of connection: Connection) {
        guard let incoming = connection.incoming, incoming.input.isEmpty || connection.phase == .closed else { return }
        connection.incoming = nil
        pool.giveBack(incoming)
    }
}
