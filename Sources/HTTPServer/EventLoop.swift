import CLinux
import Glibc
import HTTPWire

/// One loop with its connections: takes clients, tells the driver what they did, and keeps time.
///
/// Everything in it happens on the one thread that runs ``run()``; others reach it through its mailbox.
final class EventLoop<P: Poller>: @unchecked Sendable {
    // @unchecked: the mutable state is touched by run() alone, which is called once.

    /// The `data` of the mailbox and the listener; no connection has generation 0.
    private static var mailboxData: UInt64 { 0 }
    private static var listenerData: UInt64 { 1 }

    private static var eventsPerTurn: Int { 256 }

    let mailbox: Mailbox
    let context: LoopContext
    let timing: Timing
    var driver: ConnectionDriver
    var table = ConnectionTable()

    var wheel: DeadlineWheel

    /// Until when no client is accepted, when there was no room for one.
    var restEnd: Int64?

    private let poller: P
    private var postponed: [ConnectionID] = []
    private var isStopped = false

    init(context: LoopContext, mailbox: Mailbox) throws(ServerError) {
        self.context = context
        self.mailbox = mailbox
        timing = Timing(context.configuration)
        driver = ConnectionDriver(context: context, mailbox: mailbox, timing: timing)
        wheel = DeadlineWheel(tick: timing.tick, now: driver.now)
        poller = try P()
        guard poller.add(mailbox, data: Self.mailboxData), listen() else {
            throw .system(operation: "epoll_ctl", errno: errno)
        }
    }

    /// Serves until drained or stopped; blocks its thread.
    func run() {
        var events = [linux_event](repeating: linux_event(), count: Self.eventsPerTurn)
        var messages: [Mailbox.Message] = []
        mailbox.load.begin()
        while !isStopped, !(driver.isDraining && mailbox.load.end()) {
            let count = poller.wait(into: &events, milliseconds: patience)
            driver.now = MonotonicTime.milliseconds
            for event in events.prefix(count) { handle(event, &messages) }
            resumePostponed()
            if driver.now >= nextCheck { checkTime() }
        }
        for connection in table.all { close(connection) }
        stopListening()
        poller.remove(mailbox, data: Self.mailboxData)
    }

    /// How long nothing has to be done unless something happens, in milliseconds; negative for ever.
    private var patience: Int32 {
        guard postponed.isEmpty else { return 0 }
        guard nextCheck < .max else { return -1 }
        return Int32(clamping: max(0, nextCheck - driver.now))
    }

    // MARK: Events

    private func handle(_ event: linux_event, _ messages: inout [Mailbox.Message]) {
        switch event.data {
        case Self.mailboxData:
            mailbox.take(into: &messages)
            for message in messages { handle(message) }
            messages.removeAll(keepingCapacity: true)
        case Self.listenerData:
            if !driver.isDraining { acceptClients() }
        default:
            // A connection that was closed earlier in this turn is no longer in its slot.
            guard let connection = table[ConnectionID(data: event.data)] else { return }
            handle(event.events, connection)
        }
    }

    private func handle(_ message: Mailbox.Message) {
        switch message {
        case .reply(let request, let response):
            guard let connection = connection(request, in: .answer) else { return }
            driver.answer(connection, response)
            advance(connection)
        case .begin(let request, let head, let onEnd):
            guard let connection = connection(request, in: .answer) else { return onEnd() }
            driver.begin(connection, head, onEnd: onEnd)
            advance(connection)
        case .send(let request, let bytes):
            guard let connection = connection(request, in: .stream) else { return }
            driver.stream(connection, bytes)
            settle(connection)
        case .finish(let request):
            guard let connection = connection(request, in: .stream) else { return }
            driver.finishStream(connection)
            advance(connection)
        case .serve(let client):
            if let socket = client.takeSocket() { open(socket, peer: client.peer, seat: client.seat) }
        case .giveUp(let seat):
            giveUp(seat)
            // The client that needs the place may still wait to be accepted.
            if !driver.isDraining { acceptClients() }
        case .drain: drain()
        case .stop: isStopped = true
        }
    }

    /// The connection of a request, if it is still the one that the connection is about.
    private func connection(_ request: RequestID, in phase: Connection.Phase) -> Connection? {
        guard let connection = table[request.connection], connection.phase == phase,
            connection.requestCount == request.number
        else { return nil }
        return connection
    }

    private func handle(_ events: UInt32, _ connection: Connection) {
        // A connection that both sides have ended hangs up; its bytes are still read before it is closed.
        let isBroken = events & linux_failed != 0 || (events & linux_hung_up != 0 && connection.phase != .lingering)
        guard !isBroken else { return close(connection) }
        // TLS may have to write before it can go on reading.
        let readable = linux_readable | linux_hung_up | (connection.tls == nil ? 0 : linux_writable)
        if events & readable != 0 { connection.isReadable = true }
        if events & linux_ended != 0 { connection.peerHasEnded = true }
        if events & linux_writable != 0 { driver.flush(connection) }
        advance(connection)
    }

    // MARK: Connections

    /// Takes over an accepted socket, which is counted in the load.
    func open(_ socket: consuming Descriptor, peer: ClientAddress, seat: Seat) {
        context.connectionCount.note(socket.value)
        Listener.set(TCP_NODELAY, level: Int32(IPPROTO_TCP), on: socket.value)
        let connection = table.insert(socket, peer: peer, seat: seat)
        seat.settle(Seat.Location(mailbox: mailbox, id: connection.id))
        context.metrics.opened()
        driver.open(connection)
        if driver.isDraining { driver.hurry(connection) }
        guard connection.phase != .closed, poller.add(connection) else { return close(connection) }
        settle(connection)
    }

    /// Does what can be done for a connection in one turn.
    func advance(_ connection: Connection) {
        if !connection.isPostponed {
            var hasMore = driver.advance(connection)
            while connection.waitsForRoom {
                refuseOldestRequest(for: connection)
                hasMore = driver.advance(connection)
            }
            if hasMore {
                connection.isPostponed = true
                postponed.append(connection.id)
            }
        }
        settle(connection)
    }

    /// Refuses the long request that has been arriving longest, because another one finds no room.
    ///
    /// A client that sends without delay is done before its request is the oldest.
    private func refuseOldestRequest(for connection: Connection) {
        let oldest = table.all.filter(\.holdsLongRequest).min { ($0.deadline ?? .max) < ($1.deadline ?? .max) }
        driver.refuse(oldest ?? connection, .overloaded)
        if let oldest, oldest !== connection { advance(oldest) }
    }

    func close(_ connection: Connection) {
        driver.close(connection)
        settle(connection)
    }

    /// Notes when the connection has to be looked at, or forgets it when it is closed.
    ///
    /// Its descriptor is closed with the last reference.
    func settle(_ connection: Connection) {
        guard connection.phase == .closed else {
            wheel.note(connection)
            noteStanding(of: connection)
            return poller.note(connection)
        }
        guard table.remove(connection.id) else { return }
        connection.onStreamEnd?()
        poller.remove(connection)
        context.connectionCount.close(connection.socket.value)
        context.seats.leave(connection.seat)
        mailbox.load.remove()
        context.metrics.closed()
    }

    /// Tells the other loops how soon the connection may be closed for another client.
    private func noteStanding(of connection: Connection) {
        // As if the time for the head were running already, so that those before and behind the handshake go by age.
        let lead = connection.phase == .handshake ? timing.head - timing.handshake : 0
        connection.seat.note(connection.standing, until: (connection.deadline ?? .max >> 1) &+ lead)
    }

    private func resumePostponed() {
        guard !postponed.isEmpty else { return }
        let ids = postponed
        postponed.removeAll()
        for connection in ids.compactMap({ table[$0] }) {
            connection.isPostponed = false
            advance(connection)
        }
    }

    // MARK: The listener

    /// Asks for clients; false when the system has no room for that.
    @discardableResult
    func listen() -> Bool {
        poller.add(context.listener, data: Self.listenerData)
    }

    /// Asks for no more clients.
    func stopListening() {
        poller.remove(context.listener, data: Self.listenerData)
    }
}
