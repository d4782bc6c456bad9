import Foundation
import HTTPClient
import Testing

/// Servers and networks that fail in every way; no wait is without an end.
@Suite(.timeLimit(.minutes(5)))
struct ClientFailureTests {
    /// Long enough for the steps before the one that fails; where a busy machine needs longer, an earlier step may fail.
    static let patience = Duration.seconds(5)

    private static let phases: [ClientError.Phase] = [
        .connecting(.notBegun), .connecting(.begun), .connecting(.done), .waiting, .receiving,
    ]

    /// Running out of time not later than in this phase.
    private static func timeouts(until phase: ClientError.Phase) -> [ClientError?] {
        phases.prefix((phases.firstIndex(of: phase) ?? 0) + 1).map { .timedOut($0) }
    }

    private func failure(
        of url: String,
        _ change: (inout ClientRequest) -> Void = { _ in }
    ) async -> ClientError? {
        var request = ClientRequest(url: "\(url)/SENSITIVE?key=SENSITIVE", timeout: .seconds(300))
        request.headers = [("authorization", "SENSITIVE")]
        change(&request)
        let error = await #expect(throws: ClientError.self) { try await Client().send(request) }
        if let error { #expect(!"\(error) \(String(reflecting: error))".contains("SENSITIVE")) }
        return error
    }

    // MARK: Slow ones

    @Test(
        arguments: [
            ("", ClientError.Phase.waiting), ("HTTP/1.1 200 OK\r\nA: b", .receiving),
            ("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf", .receiving),
            ("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n", .receiving),
            ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf", .receiving),
        ]
    )
    func `gives up on a server that stops`(start: String, phase: ClientError.Phase) async throws {
        let server = try RawServer { peer in
            _ = try peer.receiveRequest()
            try peer.send(start)
            try peer.waitForEnd()
        }
        defer { server.stop() }
        let error = await failure(of: server.url) { $0.timeout = Self.patience }
        #expect(Self.timeouts(until: phase).contains(error))
        await server.isLeft()
    }

    @Test(arguments: ["HTTP/1.1 200 OK\r\nA: ", "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n"])
    func `gives up on a server that trickles`(start: String) async throws {
        let server = try RawServer { peer in
            _ = try peer.receiveRequest()
            try peer.send(start)
            while true {
                try peer.send("a")
                usleep(20_000)
            }
        }
        defer { server.stop() }
        let error = await failure(of: server.url) { $0.timeout = Self.patience }
        #expect(Self.timeouts(until: .receiving).contains(error))
        await server.isLeft()
    }

    @Test func `gives up on a host that takes no connections`() async throws {
        let server = try RawServer(backlog: 0, serve: nil)
        defer { server.stop() }
        // The queue of the listener is full then, and further attempts get no answer.
        let client = Client()
        var filler = ClientRequest(url: server.url, timeout: .seconds(300))
        filler.connectTimeout = .seconds(300)
        let request = filler
        let fillers = (0..<8).map { _ in Task { try await client.send(request) } }
        let error = await failure(of: server.url) {
            $0.connectTimeout = Self.patience
            $0.timeout = Self.patience * 2
        }
        #expect(Self.timeouts(until: .waiting).contains(error))
        await client.shutdown()
        for filler in fillers { await #expect(throws: ClientError.shutDown) { try await filler.value } }
    }

    @Test func `counts the wait for a connection`() async throws {
        let server = try RawServer { peer in
            _ = try peer.receiveRequest()
            try peer.waitForEnd()
        }
        defer { server.stop() }
        var configuration = Client.Configuration()
        configuration.connectionsPerHost = 1
        let client = Client(configuration)
        let url = server.url
        let first = Task { try await client.send(ClientRequest(url: url, timeout: .seconds(300))) }
        await server.received(1)
        await #expect(throws: ClientError.timedOut(.connecting(.notBegun))) {
            try await client.send(ClientRequest(url: url, timeout: .milliseconds(200)))
        }
        await client.shutdown()
        await #expect(throws: ClientError.shutDown) { try await first.value }
    }

    // MARK: Broken ones

    @Test func `limits what it takes`() async throws {
        let endless = try RawServer { peer in
            _ = try peer.receiveRequest()
            try peer.send("HTTP/1.1 200 OK\r\n\r\n")
            while true { try peer.send(String(repeating: "a", count: 10_000)) }
        }
        defer { endless.stop() }
        #expect(await failure(of: endless.url) { $0.bodyLimit = 100_000 } == .bodyTooLarge(limit: 100_000))
        var request = ClientRequest(url: endless.url, timeout: .seconds(300))
        request.bodyLimit = 100_000
        request.cutsLongBody = true
        let response = try await Client().send(request)
        #expect(response.isCut)
        #expect(response.body == Array(repeating: 0x61, count: 100_000))
        await endless.isLeft()
        let heads = try RawServer { peer in
            _ = try peer.receiveRequest()
            try peer.send("HTTP/1.1 200 OK\r\n")
            while true { try peer.send("a: \(String(repeating: "b", count: 1_000))\r\n") }
        }
        defer { heads.stop() }
        #expect(await failure(of: heads.url) == .headTooLarge)
    }

    @Test(
        arguments: [
            ("", ClientError.closed(wasReset: false)), ("HTTP/1.1 200 OK\r\nContent-", .closed(wasReset: false)),
            ("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf", .closed(wasReset: false)),
            ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nha", .closed(wasReset: false)),
            ("SSH-2.0-OpenSSH_9.2\r\n", .notHTTP),
        ]
    )
    func `says that the response is not whole`(answer: String, expected: ClientError) async throws {
        let server = try RawServer { peer in
            _ = try peer.receiveRequest()
            try peer.send(answer)
        }
        defer { server.stop() }
        let error = await failure(of: server.url)
        // The end of a line in the head is the end of the head to curl.
        #expect(error == expected, "\(answer)")
    }

    @Test func `says that the connection was reset`() async throws {
        let server = try RawServer { peer in
            _ = try peer.receiveRequest()
            peer.resetAtEnd()
        }
        defer { server.stop() }
        #expect(await failure(of: server.url) == .closed(wasReset: true))
    }

    @Test func `says that nothing listens, or that there is no such name`() async throws {
        let server = try RawServer(serve: nil)
        server.stop()
        #expect(await failure(of: server.url) == .couldNotConnect(host: "127.0.0.1", .refused))
        #expect(await failure(of: "http://no-such-host.invalid") == .couldNotResolve(host: "no-such-host.invalid"))
    }

    // MARK: Cancellation and the end

    @Test func `ends at once when its task is cancelled, in every phase`() async throws {
        let server = try RawServer { peer in
            guard let request = try peer.receiveRequest() else { return }
            if request.hasPrefix("GET /body") { try peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf") }
            try peer.waitForEnd()
        }
        defer { server.stop() }
        let url = server.url
        var configuration = Client.Configuration()
        configuration.connectionsPerHost = 2
        let client = Client(configuration)
        func task(_ path: String) -> Task<ClientResponse, any Error> {
            Task { try await client.send(ClientRequest(url: url + path, timeout: .seconds(300))) }
        }
        let (waiting, receiving) = (task("/head"), task("/body"))
        await server.received(2)
        let queued = task("/queued")
        for task in [queued, receiving, waiting] {
            task.cancel()
            await #expect(throws: ClientError.cancelled) { try await task.value }
        }
        await server.isLeft()
        #expect(openSockets(to: server.port) == 0)
        let early = Task {
            try? await Task.sleep(for: .seconds(300))
            return try await client.send(ClientRequest(url: url, timeout: .seconds(300)))
        }
        early.cancel()
        await #expect(throws: ClientError.cancelled) { try await early.value }
    }

    @Test func `gives the place of a cancelled request to the next`() async throws {
        let server = try RawServer { peer in
            while let request = try peer.receiveRequest() {
                if request.hasPrefix("GET /stuck") { return try peer.waitForEnd() }
                try peer.send(ClientTests.ok)
            }
        }
        defer { server.stop() }
        var configuration = Client.Configuration()
        configuration.connectionsPerHost = 1
        let client = Client(configuration)
        let url = server.url
        let stuck = Task { try await client.send(ClientRequest(url: url + "/stuck", timeout: .seconds(300))) }
        await server.received(1)
        let next = Task { try await client.send(ClientRequest(url: url + "/next", timeout: .seconds(300))).status }
        stuck.cancel()
        #expect(try await next.value == 200)
    }

    @Test func `closes everything when it is shut down, and takes no more requests`() async throws {
        let server = try RawServer { peer in
            _ = try peer.receiveRequest()
            try peer.waitForEnd()
        }
        defer { server.stop() }
        let client = Client()
        let url = server.url
        let tasks = (0..<20).map { _ in
            Task { try await client.send(ClientRequest(url: url, timeout: .seconds(300))) }
        }
        await server.received(8)
        await client.shutdown()
        #expect(openSockets(to: server.port) == 0)
        for task in tasks { await #expect(throws: ClientError.shutDown) { try await task.value } }
        await #expect(throws: ClientError.shutDown) {
            try await client.send(ClientRequest(url: url, timeout: .seconds(300)))
        }
        await client.shutdown()
        await server.isLeft()
    }

    @Test func `closes its connections when it is released`() async throws {
        let server = try RawServer.answering(ClientTests.ok)
        defer { server.stop() }
        _ = try await Client().send(ClientRequest(url: server.url, timeout: .seconds(300)))
        await server.isLeft()
    }

    // MARK: Proxies

    @Test func `says that a proxy refuses, or is not there`() async throws {
        let proxy = try RawServer.answering("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
        defer { proxy.stop() }
        var configuration = Client.Configuration()
        configuration.proxy = .url(proxy.url)
        await #expect(throws: ClientError.proxy(.refused(status: 403))) {
            try await Client(configuration).send(
                ClientRequest(url: "https://a.invalid/SENSITIVE", timeout: .seconds(300))
            )
        }
        #expect(proxy.requests.first?.hasPrefix("CONNECT a.invalid:443 HTTP/1.1\r\n") == true)
        #expect(proxy.requests.first?.contains("SENSITIVE") == false)
        let plain = try await Client(configuration).send(
            ClientRequest(url: "http://a.invalid/b", timeout: .seconds(300))
        )
        #expect(plain.status == 403)
        #expect(proxy.requests.last?.hasPrefix("GET http://a.invalid/b HTTP/1.1\r\n") == true)
        let gone = try RawServer(serve: nil)
        gone.stop()
        configuration.proxy = .url(gone.url)
        await #expect(throws: ClientError.couldNotConnect(host: "a.invalid", .refused)) {
            try await Client(configuration).send(ClientRequest(url: "http://a.invalid/b", timeout: .seconds(300)))
        }
    }

    @Test(arguments: ["127.0.0.1", "localhost", "127.1", "0x7f000001"])
    func `goes to this machine without a proxy`(host: String) async throws {
        let server = try RawServer.answering(ClientTests.ok)
        defer { server.stop() }
        var configuration = Client.Configuration()
        configuration.proxy = .url("http://127.0.0.1:1")
        let request = ClientRequest(url: "http://\(host):\(server.port)/a", timeout: .seconds(300))
        #expect(try await Client(configuration).send(request).status == 200)
        #expect(server.requests.first?.hasPrefix("GET /a HTTP/1.1\r\n") == true)
    }
}
