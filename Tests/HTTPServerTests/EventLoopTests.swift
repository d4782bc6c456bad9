import Glibc
import HTTPWire
import Synchronization
import Testing

@testable import HTTPServer

/// A loop that does not run: the tests call what its events would.
struct EventLoopTests {
    private let listener: Listener
    private let mailboxes: [Mailbox]

    init() throws {
        listener = try Listener(host: "127.0.0.1", port: 0)
        mailboxes = [try Mailbox(), try Mailbox()]
        mailboxes.forEach { $0.load.begin() }
    }

    @Test func `closes the connection that waits longest for a client that waits`() throws {
        let loop = try makeLoop(maximumConnections: 3)
        let clients = try (0..<3).map { _ in try connect() }
        for (_, now) in zip(clients, [3_000, 1_000, 2_000] as [Int64]) {
            loop.driver.now = now
            loop.acceptClients(atMost: 1)
        }
        let next = try connect()
        loop.acceptClients()
        #expect(loop.table.all.map(\.opened).sorted() == [2_000, 2_000, 3_000])
        #expect(try clients[1].isAtEnd())
        withExtendedLifetime(next) {}
    }

    @Test func `closes no connection when nobody waits`() throws {
        let loop = try makeLoop(maximumConnections: 1)
        let client = try connect()
        for _ in 0..<3 { loop.acceptClients() }
        #expect(loop.table.all.map(\.phase) == [.idle])
        withExtendedLifetime(client) {}
    }

    @Test func `serves a request that has arrived on an idle connection before it closes it`() throws {
        let loop = try makeLoop(maximumConnections: 1)
        let client = try connect()
        loop.acceptClients()
        try client.send(Request.post("/later", ""))
        let next = try connect()
        loop.acceptClients()
        #expect(loop.table.all.map(\.phase) == [.answer])
        #expect(loop.restEnd != nil)
        withExtendedLifetime(next) {}
    }

    @Test func `asks the loop of the most dispensable connection to close it, and rests`() throws {
        let loop = try makeLoop(maximumConnections: 1)
        let address = try #require(ClientAddress("192.0.2.1"))
        let seat = try #require(loop.context.seats.take(for: address)?.seat)
        seat.settle(Seat.Location(mailbox: mailboxes[1], id: ConnectionID(slot: 0, generation: 1)))
        seat.note(.idle, until: 1_000)
        #expect(loop.context.connectionCount.open() == nil)
        let client = try connect()
        loop.acceptClients()
        #expect(loop.restEnd == loop.driver.now + Timing.rest)
        let message = try firstMessageToOther()
        guard case .giveUp(let other) = message, other === seat else {
            Issue.record("\(message)")
            return
        }
        withExtendedLifetime(client) {}
    }

    @Test func `keeps a connection that has lost its place when its next request has come`() throws {
        let loop = try makeLoop(maximumConnections: 10)
        let client = try connect()
        loop.acceptClients()
        let seat = try #require(loop.context.seats.displace())
        try client.send(Request.post("/later", ""))
        loop.giveUp(seat)
        #expect(loop.table.all.map(\.phase) == [.answer])
        #expect(loop.context.seats.displace() == nil)
        #expect(seat.index.load(ordering: .relaxed) == 0)
        loop.giveUp(seat)
        #expect(loop.table.all.map(\.phase) == [.answer])
    }

    @Test func `gives a client to a loop that has far fewer`() throws {
        let loop = try makeLoop(maximumConnections: 10)
        let clients = try (0..<6).map { _ in try connect() }
        loop.acceptClients(atMost: 6)
        #expect(mailboxes.map(\.load.count) == [5, 1])
        #expect(Array(loop.table.all).count == 5)
        let message = try firstMessageToOther()
        guard case .serve = message else {
            Issue.record("\(message)")
            return
        }
        withExtendedLifetime(clients) {}
    }

    @Test func `gives no client to a loop that does not run`() throws {
        let mailboxes = [try Mailbox(), try Mailbox(), try Mailbox()]
        mailboxes.dropLast().forEach { $0.load.begin() }
        let loop = try makeLoop(maximumConnections: 10, mailboxes)
        let clients = try (0..<8).map { _ in try connect() }
        loop.acceptClients(atMost: 8)
        #expect(mailboxes.map(\.load.count) == [6, 2, -1])
        withExtendedLifetime(clients) {}
    }

    @Test func `serves every client when the other loop has ended`() throws {
        #expect(mailboxes[1].load.end())
        let loop = try makeLoop(maximumConnections: 10)
        let clients = try (0..<6).map { _ in try connect() }
        loop.acceptClients(atMost: 6)
        #expect(Array(loop.table.all).count == 6)
        withExtendedLifetime(clients) {}
    }

    @Test func `accepts again after a rest`() throws {
        let loop = try makeLoop(maximumConnections: 1)
        #expect(loop.context.connectionCount.open() == nil)
        let client = try connect()
        loop.acceptClients()
        let end = try #require(loop.restEnd)
        loop.driver.now = end - 1
        loop.checkTime()
        #expect(loop.restEnd == end)
        #expect(loop.nextCheck == end)
        loop.driver.now = end
        loop.checkTime()
        #expect(loop.restEnd == nil)
        withExtendedLifetime(client) {}
    }

    @Test func `has nothing to check while every connection is at work`() throws {
        let loop = try makeLoop(maximumConnections: 1)
        let client = try connect()
        loop.acceptClients()
        #expect(loop.nextCheck < .max)
        try client.send(Request.post("/later", ""))
        for connection in loop.table.all {
            connection.isReadable = true
            loop.advance(connection)
        }
        loop.driver.now = loop.nextCheck
        loop.checkTime()
        #expect(loop.nextCheck == .max)
    }

    private func makeLoop(
        maximumConnections: Int,
        _ others: [Mailbox]? = nil
    ) throws -> EventLoop<EpollPoller> {
        let mailboxes = others ?? mailboxes
        let context = LoopContext(
            configuration: .local(maximumConnections: maximumConnections),
            responder: TestResponder(),
            listener: listener,
            mailboxes: mailboxes,
            logger: RecordingLogHandler().logger
        )
        return try EventLoop(context: context, mailbox: #require(mailboxes.first))
    }

    private func firstMessageToOther() throws -> Mailbox.Message {
        var messages: [Mailbox.Message] = []
        mailboxes[1].take(into: &messages)
        return try #require(messages.first)
    }

    private func connect() throws -> TestClient {
        try TestClient(port: listener.port)
    }
}
