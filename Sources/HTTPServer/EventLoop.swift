import CLinux
import Glibc
import HTTPWire
import Logging
import Synchronization

/// One epoll loop with its connections: reads, parses, asks the responder, writes, and keeps time.
///
/// Everything in it happens on the one thread that runs ``run()``; others reach it through its mailbox.
final class EventLoop<R: Responder>: @unchecked Sendable {
    // @unchecked: the mutable state is touched by run() alone, which is called once.

    /// What the loops of one server share.
    struct Shared: Sendable {
        let configuration: ServerConfiguration
        let responder: R
        let listener: Listener
        let metrics: ServerMetrics
        let logger: Logger
        let refusals: RateLimitedLog
        let connectionCount: ConnectionCount
    }

    /// The `data` of the mailbox and the listener; no connection has generation 0.
    private static var mailboxData: UInt64 { 0 }
    private static var listenerData: UInt64 { 1 }

    /// How many connections a loop accepts per turn, so that the others get their share.
    private static var acceptBatch: Int { 4 }

    /// How long a client may go on sending after an answer that ends the connection.
    private static var lingerMilliseconds: Int64 { 2_000 }

    let mailbox: Mailbox
    let shared: Shared
    private let epoll: Descriptor
    private let timing: Timing
    private var table = ConnectionTable()
    private var pool: [InputBuffer] = []
    private var output: [UInt8] = []
    private var date = HTTPDate(second: 0)
    private var now: Int64 = 0
    private var nextCheck: Int64 = 0
    private var isDraining = false
    private var isStopped = false
    private var reserve: Descriptor?

    init(shared: Shared) throws(ServerError) {
        self.shared = shared
        timing = Timing(shared.configuration)
        mailbox = try Mailbox()
        let epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
        guard epoll >= 0 else { throw .system(operation: "epoll_create1", errno: errno) }
        self.epoll = Descriptor(epoll)
        let events = UInt32(EPOLLIN.rawValue)
        guard linux_epoll_add(epoll, mailbox.descriptor.value, events, Self.mailboxData) == 0,
            linux_epoll_add(epoll, shared.listener.descriptor.value, linux_listener_events, Self.listenerData) == 0
        else { throw .system(operation: "epoll_ctl", errno: errno) }
        reserve = Self.makeReserve()
    }

    /// Serves until drained or stopped; blocks its thread.
    func run() {
        var events = [linux_event](repeating: linux_event(), count: 256)
        var messages: [Mailbox.Message] = []
        while !isStopped, !(isDraining && table.count == 0) {
            let timeout = table.count == 0 ? -1 : Int32(clamping: max(1, nextCheck - now))
            let count = linux_epoll_wait(epoll.value, &events, Int32(events.count), timeout)
            now = MonotonicTime.milliseconds
            for event in events.prefix(Int(max(0, count))) {
                handle(event, &messages)
            }
            if now >= nextCheck { checkDeadlines() }
        }
        table.all.forEach(close)
    }

    private func handle(_ event: linux_event, _ messages: inout [Mailbox.Message]) {
        switch event.data {
        case Self.mailboxData:
            mailbox.take(into: &messages)
            for message in messages { handle(message) }
            messages.removeAll(keepingCapacity: true)
        case Self.listenerData:
            if !isDraining { acceptConnections(limit: Self.acceptBatch) }
        default:
            guard let connection = table[ConnectionID(data: event.data)] else { return }
            handle(event.events, connection)
        }
    }

    private func handle(_ message: Mailbox.Message) {
        switch message {
        case .reply(let id, let response):
            guard let connection = table[id], connection.phase == .answer else { return }
            answer(connection, response)
            advance(connection)
        case .drain: drain()
        case .stop: isStopped = true
        }
    }

    private func handle(_ events: UInt32, _ connection: Connection) {
        if events & (UInt32(EPOLLERR.rawValue) | UInt32(EPOLLHUP.rawValue)) != 0 { return close(connection) }
        if events & UInt32(EPOLLIN.rawValue) != 0 { connection.isReadable = true }
        if events & UInt32(EPOLLOUT.rawValue) != 0, connection.phase == .flush { flush(connection) }
        advance(connection)
    }

    // MARK: Accepting

    private func acceptConnections(limit: Int) {
        for _ in 0..<limit {
            var storage = sockaddr_storage()
            var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
            let socket = withUnsafeMutableBytes(of: &storage) { bytes in
                bytes.withMemoryRebound(to: sockaddr.self) {
                    linux_accept(shared.listener.descriptor.value, $0.baseAddress, &length)
                }
            }
            guard socket >= 0 else {
                let error = errno
                if error == EMFILE || error == ENFILE { makeRoom(); continue }
                if error == EINTR || error == ECONNABORTED { continue }
                return
            }
            open(Descriptor(socket), ClientAddress(storage))
        }
    }

    private func open(_ socket: Descriptor, _ client: ClientAddress) {
        guard shared.connectionCount.open() || (shedIdleConnection() && shared.connectionCount.open()) else {
            shared.metrics.shed()
            return
        }
        Listener.set(TCP_NODELAY, level: Int32(IPPROTO_TCP), on: socket.value)
        let connection = table.insert { id in
            Connection(id: id, socket: socket, client: client, limits: shared.configuration.limits)
        }
        shared.metrics.opened()
        guard linux_epoll_add(epoll.value, socket.value, linux_connection_events, connection.id.data) == 0 else {
            return close(connection)
        }
        wait(connection, timing.head)
    }

    /// Closes the connection that has been idle longest; false when none is.
    private func shedIdleConnection() -> Bool {
        let idle = table.all.filter { $0.phase == .head && $0.isIdle }
        guard let oldest = idle.min(by: { ($0.deadline ?? .max) < ($1.deadline ?? .max) }) else { return false }
        shared.metrics.shed()
        close(oldest)
        return true
    }

    /// Frees a descriptor, and when no connection is idle turns the next client away instead of leaving it to wait.
    private func makeRoom() {
        shared.refusals.log(shared.logger, .error, "Out of file descriptors, raise the limit of open files") { [:] }
        guard !shedIdleConnection() else { return }
        reserve = nil
        let socket = linux_accept(shared.listener.descriptor.value, nil, nil)
        if socket >= 0 {
            Glibc.close(socket)
            shared.metrics.shed()
        }
        reserve = Self.makeReserve()
    }

    private static func makeReserve() -> Descriptor? {
        let descriptor = Glibc.open("/dev/null", O_RDONLY | O_CLOEXEC)
        return descriptor >= 0 ? Descriptor(descriptor) : nil
    }

    // MARK: Reading

    /// Does everything that the received bytes allow, without waiting.
    private func advance(_ connection: Connection) {
        while true {
            switch connection.phase {
            case .answer, .flush: return
            case .lingering:
                guard discard(connection) else { return }
            case .head, .body:
                guard readRequest(connection) else { return }
            }
        }
    }

    /// Parses what is there, else reads more; false when the connection has to wait or is gone.
    private func readRequest(_ connection: Connection) -> Bool {
        if let input = connection.input, !input.isEmpty {
            guard parse(connection, input) else { return true }
        }
        guard !connection.hasEnded else { close(connection); return false }
        guard connection.isReadable else {
            releaseInput(of: connection)
            return false
        }
        return fill(connection)
    }

    private func fill(_ connection: Connection) -> Bool {
        let input = connection.input ?? pool.popLast() ?? InputBuffer()
        connection.input = input
        if input.freeCount == 0 { input.reserve(input.count + InputBuffer.standardCapacity) }
        let count = input.fill(from: connection.socket.value)
        if count < 0, errno != EAGAIN { close(connection); return false }
        if count == 0 { connection.hasEnded = true }
        // Edge-triggered: the next event comes only after the socket was found empty.
        if count <= 0 { connection.isReadable = false }
        return true
    }

    /// Parses once; true when more bytes are needed for anything to happen.
    private func parse(_ connection: Connection, _ input: InputBuffer) -> Bool {
        do {
            let progress = try input.withBytes { bytes throws(HTTPParseError) in try connection.reader.read(bytes) }
            switch progress {
            case .needsHead(let hasStarted):
                if hasStarted, connection.isIdle {
                    connection.isIdle = false
                    if connection.hasServed { wait(connection, timing.head) }
                }
                return true
            case .needsBody(let capacity, let sendsContinue):
                if connection.phase != .body {
                    connection.phase = .body
                    connection.isIdle = false
                    wait(connection, timing.body)
                    if sendsContinue { send(connection, Response.continueBytes) }
                }
                input.reserve(min(capacity, input.count + (1 << 20)))
                return connection.phase == .body
            case .request(let headLength, let length):
                respond(connection, input, headLength: headLength, length: length)
                return false
            }
        } catch {
            refuse(connection, error)
            return false
        }
    }

    private func respond(_ connection: Connection, _ input: InputBuffer, headLength: Int, length: Int) {
        connection.phase = .answer
        connection.isIdle = false
        connection.deadline = nil
        connection.closesAfterAnswer = !connection.reader.head.keepsAlive || isDraining
        let exchange = Exchange(mailbox: mailbox, connection: connection.id)
        let result = input.withBytes { bytes in
            if connection.reader.head.bodyFraming == .chunked {
                let chunked = connection.reader.chunkedBody
                return shared.responder.respond(
                    to: connection.reader.head,
                    bytes: bytes.extracting(0..<headLength),
                    body: chunked.span.bytes,
                    client: connection.client,
                    exchange: exchange
                )
            }
            return shared.responder.respond(
                to: connection.reader.head,
                bytes: bytes.extracting(0..<headLength),
                body: bytes.extracting(headLength..<length),
                client: connection.client,
                exchange: exchange
            )
        }
        input.consume(length)
        if case .now(let response) = result { answer(connection, response) }
    }

    private func refuse(_ connection: Connection, _ error: HTTPParseError) {
        shared.metrics.refused(error)
        shared.refusals.log(shared.logger, .warning, "Refused a request that is no HTTP this server reads") {
            ["error.type": "\(error.reason)", "client.address": "\(connection.client)"]
        }
        connection.closesAfterAnswer = true
        connection.phase = .answer
        answer(connection, .refused(error))
    }

    /// Reads and throws away; false when the connection is gone or has to wait.
    private func discard(_ connection: Connection) -> Bool {
        guard connection.isReadable else { return false }
        let buffer = connection.input ?? pool.popLast() ?? InputBuffer()
        connection.input = buffer
        buffer.consume(buffer.count)
        let count = buffer.fill(from: connection.socket.value)
        if count == 0 || (count < 0 && errno != EAGAIN) { close(connection); return false }
        if count < 0 { connection.isReadable = false }
        return true
    }

    private func releaseInput(of connection: Connection) {
        guard let input = connection.input, input.isEmpty else { return }
        connection.input = nil
        if input.isStandard, pool.count < 64 { pool.append(input) }
    }

    // MARK: Writing

    private func answer(_ connection: Connection, _ response: Response) {
        if isDraining { connection.closesAfterAnswer = true }
        let second = MonotonicTime.unixSecond
        if second != date.second { date = HTTPDate(second: second) }
        output.removeAll(keepingCapacity: true)
        response.encode(
            into: &output,
            date: date,
            omitsBody: connection.reader.head.method == .head,
            closes: connection.closesAfterAnswer
        )
        send(connection, output)
        if connection.phase == .answer { finishAnswer(connection) }
    }

    /// Sends what the socket takes now and keeps the rest.
    private func send(_ connection: Connection, _ bytes: [UInt8]) {
        let sent = Glibc.send(connection.socket.value, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        if sent < 0, errno != EAGAIN, errno != EINTR { return close(connection) }
        let rest = bytes[max(0, sent)...]
        guard !rest.isEmpty else { return }
        connection.output += rest
        connection.phase = .flush
        wait(connection, timing.body)
    }

    private func flush(_ connection: Connection) {
        while !connection.output.isEmpty {
            let sent = connection.output.withUnsafeBytes {
                Glibc.send(connection.socket.value, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if sent < 0, errno == EINTR { continue }
            if sent < 0, errno == EAGAIN { return }
            guard sent >= 0 else { return close(connection) }
            connection.output.removeFirst(sent)
        }
        finishAnswer(connection)
    }

    private func finishAnswer(_ connection: Connection) {
        connection.hasServed = true
        if connection.closesAfterAnswer {
            shutdown(connection.socket.value, Int32(SHUT_WR))
            connection.phase = .lingering
            connection.deadline = now + Self.lingerMilliseconds
            return
        }
        connection.reader.reset()
        connection.phase = .head
        connection.isIdle = true
        wait(connection, timing.idle)
    }

    // MARK: Closing

    private func close(_ connection: Connection) {
        guard table[connection.id] != nil else { return }
        table.remove(connection.id)
        shared.connectionCount.close()
        shared.metrics.closed()
        // Closing the descriptor takes it out of the epoll set. Later events of this turn no longer find the slot.
        connection.phase = .flush
        connection.input = nil
    }

    /// Takes every client that is already queued, then closes what is idle; the rest ends with its answer.
    private func drain() {
        guard !isDraining else { return }
        acceptConnections(limit: shared.configuration.maximumConnections)
        isDraining = true
        linux_epoll_remove(epoll.value, shared.listener.descriptor.value)
        for connection in table.all where connection.phase == .head && connection.isIdle && connection.hasServed {
            advance(connection)
            if connection.phase == .head, connection.isIdle { close(connection) }
        }
    }

    // MARK: Time

    private func wait(_ connection: Connection, _ milliseconds: Int64) {
        connection.deadline = now + milliseconds
        nextCheck = min(nextCheck, now + timing.tick)
    }

    private func checkDeadlines() {
        nextCheck = now + timing.tick
        for connection in table.all {
            guard let deadline = connection.deadline, deadline <= now else { continue }
            let isMidRequest = connection.phase == .body || (connection.phase == .head && !connection.isIdle)
            guard isMidRequest else { close(connection); continue }
            shared.metrics.timedOut()
            connection.closesAfterAnswer = true
            connection.phase = .answer
            answer(connection, .json(408, #"{"error":"request_timeout"}"#))
        }
    }
}
