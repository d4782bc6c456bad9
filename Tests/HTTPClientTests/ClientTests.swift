import Foundation
import HTTPClient
import Testing

/// What is sent and what comes back, where nothing fails.
@Suite(.timeLimit(.minutes(5)))
struct ClientTests {
    static let ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"

    @Test func `sends what it is told, and nothing of its own but the host`() async throws {
        let server = try RawServer.answering("HTTP/1.1 201 Created\r\nX-A: b \r\ncontent-length: 3\r\n\r\na\u{0}c")
        defer { server.stop() }
        let client = Client()
        var request = ClientRequest(.post, url: server.url + "/a/../b?c=d%20e", timeout: .seconds(300))
        request.headers = [("X-One", "1"), ("x-empty", ""), ("Content-Type", "text/plain")]
        request.body = Array("body \u{0} ü".utf8)
        let response = try await client.send(request)
        #expect(response.status == 201)
        #expect(response["x-a"] == "b")
        #expect(response["x-b"] == nil)
        #expect(response.body == [0x61, 0, 0x63])
        let lines = try #require(server.requests.first).components(separatedBy: "\r\n")
        #expect(lines.first == "POST /a/../b?c=d%20e HTTP/1.1")
        #expect(
            Set(lines.dropFirst().dropLast(2)) == [
                "Host: 127.0.0.1:\(server.port)", "X-One: 1", "x-empty:", "Content-Type: text/plain",
                "Content-Length: 9",
            ]
        )
        #expect(lines.last == "body \u{0} ü")
        await client.shutdown()
    }

    @Test(
        arguments: [
            (ClientRequest.Method.get, nil), (.delete, nil), (.put, nil), (.patch, nil), (.post, nil), (.put, "x"),
            (.patch, "x"), (.delete, "x"),
        ] as [(ClientRequest.Method, String?)]
    )
    func `knows the methods, with a body and without`(method: ClientRequest.Method, body: String?) async throws {
        let server = try RawServer.answering(Self.ok)
        defer { server.stop() }
        var request = ClientRequest(method, url: server.url, timeout: .seconds(300))
        request.body = body.map { Array($0.utf8) }
        #expect(try await Client().send(request).body == Array("ok".utf8))
        let sent = try #require(server.requests.first)
        #expect(sent.hasPrefix("\(method.rawValue) / HTTP/1.1\r\n"))
        let length = body.map { $0.utf8.count } ?? ([.post, .put, .patch].contains(method) ? 0 : nil)
        #expect(sent.contains("Content-Length: ") == (length != nil))
        if let length { #expect(sent.contains("Content-Length: \(length)\r\n")) }
    }

    @Test func `does not wait for a body after HEAD`() async throws {
        let server = try RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n")
        defer { server.stop() }
        let response = try await Client().send(ClientRequest(.head, url: server.url, timeout: .seconds(300)))
        #expect(response.body.isEmpty)
        #expect(response["content-length"] == "10")
    }

    @Test func `reads past interim responses and leaves trailers out`() async throws {
        let server = try RawServer.answering(
            """
            HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nB: c\r\n\r\n\
            2\r\nok\r\n0\r\nB: trailer\r\nD: trailer\r\n\r\n
            """
        )
        defer { server.stop() }
        let response = try await Client().send(ClientRequest(url: server.url, timeout: .seconds(300)))
        #expect(response.status == 200)
        #expect(response.headers.map(\.name) == ["Transfer-Encoding", "B"])
        #expect(response["b"] == "c")
        #expect(response.body == Array("ok".utf8))
    }

    @Test func `returns a redirect, and does not follow it`() async throws {
        let server = try RawServer.answering("HTTP/1.1 302 Found\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n")
        defer { server.stop() }
        let response = try await Client().send(ClientRequest(url: server.url, timeout: .seconds(300)))
        #expect(response.status == 302)
        #expect(response["location"] == "/other")
        #expect(server.requests.count == 1)
    }

    @Test func `takes a refusal that comes before the body is sent`() async throws {
        let isTaken = DispatchSemaphore(value: 0)
        let server = try RawServer { peer in
            try peer.receiveHead()
            try peer.send("HTTP/1.1 413 Content Too Large\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno")
            isTaken.wait()
        }
        defer { server.stop() }
        var request = ClientRequest(.post, url: server.url, timeout: .seconds(300))
        // More than the buffers of the sockets take.
        request.body = [UInt8](repeating: 0x61, count: 32 << 20)
        let response = try await Client().send(request)
        #expect(response.status == 413)
        #expect(response.body == Array("no".utf8))
        isTaken.signal()
    }

    @Test func `uses a connection again, unless a request must not arrive twice`() async throws {
        let server = try RawServer.answering(Self.ok)
        defer { server.stop() }
        let client = Client()
        var request = ClientRequest(.post, url: server.url, timeout: .seconds(300))
        for _ in 1...5 { _ = try await client.send(request) }
        #expect(server.connections == 1)
        request.isRepeatable = false
        for _ in 1...3 { _ = try await client.send(request) }
        #expect(server.connections == 4)
        await client.shutdown()
    }

    @Test func `closes idle connections by itself, and opens new ones`() async throws {
        let server = try RawServer.answering(Self.ok)
        defer { server.stop() }
        var configuration = Client.Configuration()
        configuration.idleTime = .milliseconds(50)
        let client = Client(configuration)
        let request = ClientRequest(url: server.url, timeout: .seconds(300))
        for _ in 1...3 {
            #expect(try await client.send(request).status == 200)
            await server.isLeft()
        }
        #expect(server.connections == 3)
    }

    @Test func `makes no more connections than it may, and leaves no request out`() async throws {
        let server = try RawServer.answering(Self.ok)
        defer { server.stop() }
        var configuration = Client.Configuration()
        configuration.connectionsPerHost = 8
        let client = Client(configuration)
        let url = server.url
        let count = try await withThrowingTaskGroup { group in
            for number in 0..<1_000 {
                group.addTask {
                    try await client.send(ClientRequest(url: "\(url)/\(number)", timeout: .seconds(300))).status
                }
            }
            return try await group.reduce(0) { $0 + ($1 == 200 ? 1 : 0) }
        }
        #expect(count == 1_000)
        #expect(Set(server.requests.map { $0.prefix { $0 != "\r" } }).count == 1_000)
        #expect(server.mostOpen <= 8)
        await client.shutdown()
        #expect(openSockets(to: server.port) == 0)
    }

    @Test func `reaches a server that has an IPv6 address only`() async throws {
        let server = try RawServer(family: AF_INET6) { peer in
            while try peer.receiveRequest() != nil { try peer.send(Self.ok) }
        }
        defer { server.stop() }
        for host in ["[::1]", "localhost"] {
            let request = ClientRequest(url: "http://\(host):\(server.port)/", timeout: .seconds(300))
            #expect(try await Client().send(request).status == 200)
        }
    }

    @Test func `reaches a socket in the file system`() async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "client-\(UUID().uuidString)").path
        defer { unlink(path) }
        let server = try RawServer(path: path) { peer in
            while try peer.receiveRequest() != nil { try peer.send(Self.ok) }
        }
        defer { server.stop() }
        var configuration = Client.Configuration()
        configuration.socketPath = path
        let client = Client(configuration)
        #expect(try await client.send(ClientRequest(url: "http://localhost/a", timeout: .seconds(300))).status == 200)
        #expect(server.requests.first?.contains("Host: localhost\r\n") == true)
        await client.shutdown()
        let none = Client(configuration)
        server.stop()
        unlink(path)
        await #expect(throws: ClientError.couldNotConnect(host: "localhost", .refused)) {
            try await none.send(ClientRequest(url: "http://localhost/a", timeout: .seconds(300)))
        }
    }

    @Test(
        arguments: [
            ("https://127.0.0.1/", true), ("http://127.9.9.9:1/a", true), ("http://[::1]/", true),
            ("https://LocalHost/", true), ("https://a.localhost/", true), ("https://0x7f.1/", true),
            ("http://[::ffff:127.0.0.1]/", true), ("https://127.0.0.1.example/", false),
            ("https://a.example/127.0.0.1", false), ("https://127.0.0.1@a.example/", false),
            ("https://localhost.example/", false), ("http://128.0.0.1/", false), ("http://[::2]/", false), ("", false),
        ]
    )
    func `knows which addresses are this machine`(url: String, isLoopback: Bool) {
        #expect(ClientRequest.isLoopback(url) == isLoopback)
    }

    @Test(
        arguments: [
            "", "a", "/a", "//a.example", "ftp://a.example/", "file:///etc/passwd", "http://", "https://a:b@c.example/",
            "http://a.example/\r\nX: y", "http://a b/", "http+unix://a/",
        ]
    )
    func `refuses an address that is not one of HTTP`(url: String) async throws {
        await #expect(throws: ClientError.invalidURL) {
            try await Client().send(ClientRequest(url: url, timeout: .seconds(300)))
        }
    }

    @Test(
        arguments: [
            ("x", "a\r\nb: c"), ("x", "a\nb"), ("x", "a\u{0}b"), ("x", "ü"), ("x", "\u{7F}"), ("a:b", "c"), ("", "c"),
            ("a b", "c"), ("a\r\nb", "c"),
        ]
    )
    func `refuses a field that would be more than one`(name: String, value: String) async throws {
        var request = ClientRequest(url: "http://127.0.0.1:1/", timeout: .seconds(300))
        request.headers = [(name, value)]
        await #expect(throws: ClientError.invalidField(name: value == "c" ? "-" : name)) {
            try await Client().send(request)
        }
    }
}
