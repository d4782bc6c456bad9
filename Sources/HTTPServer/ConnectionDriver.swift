import HTTPWire

/// Serves single connections: reads, parses, asks the responder and writes, without waiting and without the others.
///
/// A connection that it closes is left in ``Connection/Phase/closed``.
struct ConnectionDriver: ~Copyable {
    /// How much is done for one connection before it is the turn of the others: reads, requests and records of TLS.
    private static var stepsPerTurn: Int { 64 }

    /// How many bytes of an answer without an end of its own wait for a slow client.
    private static var streamBacklog: Int { 1 << 20 }

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
        pool = IncomingRequestPool(limits: context.configuration.limits, budget: context.inputBudget)
    }

    /// Starts to wait for the first request, or for what comes before it.
    func open(_ connection: Connection) {
        connection.opened = now
        connection.deadline = now + timing.head
        if context.configuration.trustedProxies.beginWithHeader(from: connection.peer) {
            connection.phase = .proxyHeader
        } else {
            startTLS(on: connection)
        }
    }

    /// Waits for a client that has sent nothing only as long as a drain can.
    func hurry(_ connection: Connection) {
        connection.deadline = min(connection.deadline ?? .max, now + Timing.drainPatience)
    }

    /// Does what the received bytes allow; true when there may be more to do in another turn.
    ///
    /// It stops when a long request finds no room, see ``Connection/waitsForRoom``.
    mutating func advance(_ connection: Connection) -> Bool {
        connection.waitsForRoom = false
        var steps = Self.stepsPerTurn
        while steps > 0, step(connection) { steps -= 1 + (connection.tls?.takeWastedRecords() ?? 0) }
        releaseIncoming(of: connection)
        return steps <= 0
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

    /// Begins an answer that ends with the connection.
    mutating func begin(_ connection: Connection, _ head: StreamHead, onEnd: @escaping @Sendable () -> Void) {
        guard !isDraining, !connection.omitsBody else {
            onEnd()
            return answer(connection, head.response)
        }
        connection.phase = .stream
        connection.onStreamEnd = onEnd
        stream(connection, encoder.encode(head.response, omitsBody: true, closes: true))
    }

    /// Sends a part of it; a client that is too slow loses the connection.
    mutating func stream(_ connection: Connection, _ bytes: [UInt8]) {
        guard connection.output.count + bytes.count <= Self.streamBacklog, connection.send(bytes) else {
            return close(connection)
        }
        awaitTaking(connection)
    }

    /// Ends it.
    mutating func finishStream(_ connection: Connection) {
        connection.closesAfterAnswer = true
        guard !connection.output.isEmpty else { return linger(connection) }
        connection.phase = .flush
    }

    /// Answers without the responder, and closes.
    mutating func refuse(_ connection: Connection, _ refusal: Refusal) {
        context.report(refusal, of: connection.client)
        refuse(connection, refusal.response)
    }

    /// Answers a request that is not read to its end, and closes.
    private mutating func refuse(_ connection: Connection, _ response: Response) {
        connection.omitsBody = connection.incoming.map { $0.reader.head.method == .head } ?? false
        connection.closesAfterAnswer = true
        // Its memory is for others now, even if the client does not take the answer.
        connection.incoming?.clear()
        releaseIncoming(of: connection)
        answer(connection, response)
    }

    /// Goes on sending what the client has not taken.
    func flush(_ connection: Connection) {
        guard !connection.output.isEmpty else { return }
        guard connection.flush() else { return connection.phase = .closed }
        switch connection.phase {
        case .flush: if connection.output.isEmpty { finishAnswer(connection) }
        case .stream: awaitTaking(connection)
        default: break
        }
    }

    /// Gives the client the time of an answer to take something of a stream.
    private func awaitTaking(_ connection: Connection) {
        connection.deadline = connection.output.isEmpty ? nil : now + timing.body
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
        case .proxyHeader: readProxyHeader(of: connection)
        case .handshake: shakeHands(with: connection)
        case .stream, .lingering: discard(connection)
        case .idle, .head, .body: parse(connection) || fill(connection)
        }
    }

    /// Reads for whom a proxy has made the connection; false when nothing has arrived.
    ///
    /// What follows the header stays in the socket, where TLS reads it.
    private mutating func readProxyHeader(of connection: Connection) -> Bool {
        guard connection.isReadable else { return false }
        let input = takeIncoming(for: connection).input
        let taken = input.count
        guard input.makeRoom(), connection.peek(into: input) else {
            close(connection)
            return false
        }
        do {
            let header = try input.withBytes { bytes throws(ProxyHeaderError) in try ProxyHeader.read(bytes) }
            connection.drop((header?.length ?? input.count) - taken)
            if let header { finish(header, of: connection) }
        } catch {
            refuse(connection, .proxyHeader(error))
        }
        return true
    }

    private mutating func finish(_ header: ProxyHeader, of connection: Connection) {
        if let client = header.client { connection.client = client }
        connection.incoming?.input.clear()
        connection.phase = .idle
        startTLS(on: connection)
    }

    /// Continues the TLS handshake; false when nothing has arrived.
    ///
    /// The time for the first head runs from the start of the connection, so that the handshake takes from it.
    private mutating func shakeHands(with connection: Connection) -> Bool {
        guard fill(connection) else { return false }
        guard connection.phase == .handshake, connection.tls?.isEstablished == true else { return true }
        connection.phase = .idle
        connection.deadline = connection.opened + timing.head
        if isDraining { hurry(connection) }
        return true
    }

    /// Parses what is there; false when nothing comes of it without more bytes.
    private mutating func parse(_ connection: Connection) -> Bool {
        guard let incoming = connection.incoming, !incoming.input.isEmpty else { return false }
        do {
            switch try incoming.read() {
            case .needsHead: awaitHead(connection)
            case .needsBody: break
            case .needsAdmission(let headLength):
                try admit(connection, incoming, headLength: headLength)
                return true
            case .request(let layout):
                respond(connection, incoming, layout)
                return true
            }
        } catch {
            refuse(connection, speaksTLS(connection, incoming) ? .tlsWithoutTLS : .malformed(error))
            return true
        }
        return false
    }

    /// Whether a client has begun with a TLS handshake where HTTP is spoken: a record of type 22 and version 3.x.
    private func speaksTLS(_ connection: Connection, _ incoming: IncomingRequest) -> Bool {
        guard connection.tls == nil, connection.requestCount == 0 else { return false }
        return incoming.input.withBytes { $0.byteCount >= 2 && $0.byte(at: 0) == 0x16 && $0.byte(at: 1) == 0x03 }
    }

    /// Reads more; false when there is nothing to read.
    private mutating func fill(_ connection: Connection) -> Bool {
        guard connection.isReadable, connection.phase != .closed else { return false }
        let incoming = takeIncoming(for: connection)
        guard incoming.makeRoom() else {
            connection.waitsForRoom = true
            return false
        }
        if !connection.receive(into: incoming.input) { endReceiving(from: connection) }
        return true
    }

    /// Ends a connection that brings nothing more.
    ///
    /// A client that has ended it has got every answer; a request of which it sent a part can no longer become complete.
    private mutating func endReceiving(from connection: Connection) {
        guard let tls = connection.tls else { return connection.phase = .closed }
        if tls.isFlooded, tls.isEstablished, connection.phase != .stream { return refuse(connection, .recordFlood) }
        if tls.isFlooded {
            context.report(.recordFlood, of: connection.client)
        } else if let failure = tls.failure {
            context.report(failure, of: connection.client)
        }
        connection.phase = .closed
    }

    /// Reads and throws away; false when there is nothing to read.
    private mutating func discard(_ connection: Connection) -> Bool {
        guard connection.isReadable else { return false }
        let input = takeIncoming(for: connection).input
        input.clear()
        if !connection.receive(into: input) { endReceiving(from: connection) }
        input.clear()
        return true
    }

    private func awaitHead(_ connection: Connection) {
        guard connection.phase == .idle else { return }
        connection.phase = .head
        // The time for the first head runs from the start of the connection.
        if connection.requestCount > 0 { connection.deadline = now + timing.head }
    }

    /// Asks the responder about a body that is not there yet, and refuses it or waits for it.
    private mutating func admit(
        _ connection: Connection,
        _ incoming: IncomingRequest,
        headLength: Int
    ) throws(HTTPParseError) {
        let admission = incoming.input.withBytes { bytes in
            let head = bytes.extracting(0..<headLength)
            return context.responder.admit(
                incoming.reader.head,
                bytes: head,
                client: client(of: connection, incoming.reader.head, head)
            )
        }
        switch admission {
        case .read(let limit): try incoming.admitBody(limit: limit)
        case .refuse(let response): return refuse(connection, response)
        }
        // A client that has sent some of the body already does not wait (RFC 9110 §10.1.1).
        awaitBody(connection, sendsContinue: incoming.reader.head.expectsContinue && incoming.input.count == headLength)
    }

    private func awaitBody(_ connection: Connection, sendsContinue: Bool) {
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

    /// Who has sent a request, perhaps through a proxy that says so in its fields.
    private func client(of connection: Connection, _ head: borrowing RequestHead, _ bytes: RawSpan) -> ClientAddress {
        context.configuration.trustedProxies.client(of: connection.client, head, bytes)
    }

    private func startTLS(on connection: Connection) {
        guard let tls = context.tls else { return }
        connection.tls = tls.current.makeSession(on: connection.socket.value)
        connection.phase = connection.tls == nil ? .closed : .handshake
        connection.deadline = min(connection.deadline ?? .max, now + timing.handshake)
    }

    private func finishAnswer(_ connection: Connection) {
        guard !connection.closesAfterAnswer else { return linger(connection) }
        connection.phase = .idle
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
