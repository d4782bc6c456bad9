import HTTPServer
import Testing

/// Connections that begin with a header of the PROXY protocol.
@Suite(.timeLimit(.minutes(5)))
struct ProxiedConnectionTests {
    private static let line = "PROXY TCP4 198.51.100.7 192.0.2.1 56324 443\r\n"
    private static let binary =
        Array("\r\n\r\n\0\r\nQUIT\n".utf8) + [0x21, 0x11, 0, 15, 198, 51, 100, 8, 192, 0, 2, 1, 1, 2, 1, 187, 4, 0, 0]

    private let proxies = TrustedProxies([AddressRange("127.0.0.0/8")].compactMap(\.self), field: .proxyProtocol)

    private var configuration: ServerConfiguration { .local(trustedProxies: proxies) }

    @Test(arguments: [(Array(line.utf8), "198.51.100.7"), (binary, "198.51.100.8")])
    func `takes the client of a connection from its header, for all requests`(
        header: [UInt8],
        client: String
    ) async throws {
        try await withServer(configuration) { running in
            let connection = try running.connect()
            try connection.send(header + Array(Request.post("/echo", "first").utf8))
            #expect(try connection.receiveAnswer().body == "first")
            let field = "X-Forwarded-For: 203.0.113.9\r\n"
            #expect(try connection.exchange(Request.post("/echo", "second", fields: field)).body == "second")
            #expect(running.responder.requests.map(\.client) == [client, client])
        }
    }

    @Test func `waits for a header that arrives byte by byte`() async throws {
        try await withServer(configuration) { running in
            let connection = try running.connect()
            try connection.sendSingly(Self.line + Request.get("/echo"))
            #expect(try connection.receiveAnswer().status == 200)
            #expect(running.responder.requests.map(\.client) == ["198.51.100.7"])
        }
    }

    @Test func `takes the header before TLS`() async throws {
        let certificates = try TestCertificates.shared.get()
        let files = TLSFiles.pem(certificate: certificates.path("first.pem"), key: certificates.path("first.key"))
        try await withServer(configuration, tls: TLSCredentials(files)) { running in
            let connection = try running.connect()
            try connection.send(Self.binary)
            try connection.startTLS(TLSOffer(root: certificates.path("first.pem")))
            #expect(try connection.exchange(Request.get("/echo")).status == 200)
            #expect(running.responder.requests.map(\.client) == ["198.51.100.8"])
        }
    }

    @Test func `keeps the proxy's address where it names nobody`() async throws {
        try await withServer(configuration) { running throws in
            #expect(try running.connect().exchange("PROXY UNKNOWN\r\n" + Request.get("/echo")).status == 200)
            #expect(running.responder.requests.map(\.client) == ["127.0.0.1"])
        }
    }

    @Test(arguments: [
        (Request.get("/echo"), "missing_proxy_header"), ("PROXY TCP4 nobody\r\n", "malformed_proxy_header"),
    ])
    func `refuses a trusted proxy without a header`(beginning: String, reason: String) async throws {
        try await withServer(configuration) { running in
            let connection = try running.connect()
            let answer = try connection.exchange(beginning)
            #expect(answer.status == 400)
            #expect(answer.body == #"{"error":"\#(reason)"}"#)
            #expect(answer.closes)
            #expect(try connection.isAtEnd())
            #expect(running.refusalCount(reason) == 1)
            #expect(running.responder.requests.isEmpty)
        }
    }

    @Test func `reads no header of anybody else`() async throws {
        let others = TrustedProxies([AddressRange("10.0.0.0/8")].compactMap(\.self), field: .proxyProtocol)
        try await withServer(.local(trustedProxies: others)) { running throws in
            #expect(try running.connect().exchange(Self.line + Request.get("/echo")).status == 400)
            #expect(try running.connect().exchange(Request.get("/echo")).status == 200)
            #expect(running.responder.requests.map(\.client) == ["127.0.0.1"])
        }
    }

    @Test(arguments: ["", "PROXY TC"])
    func `closes a connection whose header does not come`(beginning: String) async throws {
        try await withServer(.local(headTimeout: .milliseconds(100), trustedProxies: proxies)) { running in
            let connection = try running.connect()
            try connection.send(beginning)
            #expect(try connection.isAtEnd())
        }
    }

    @Test func `makes room for others by closing a connection that waits for its header`() async throws {
        try await withServer(.local(maximumConnections: 1, trustedProxies: proxies)) { running in
            let waiting = try running.connect()
            #expect(try running.connect().exchange(Self.line + Request.get("/echo")).status == 200)
            #expect(try waiting.isAtEnd())
            #expect(running.shedCount == 1)
        }
    }

    @Test func `forgets a client that leaves in the middle of its header`() async throws {
        try await withServer(configuration) { running in
            let connection = try running.connect()
            try connection.send("PROXY")
            connection.finishSending()
            #expect(try connection.isAtEnd())
            try await eventually { try running.connectionCount == 0 }
        }
    }
}
