import Glibc
import HTTPServer
import Testing

@Suite(.timeLimit(.minutes(5)))
struct ServerTests {
    @Test func `refuses a port that another server has`() async throws {
        try await withServer { running in
            let expected = ServerError.addressInUse(host: "127.0.0.1", port: running.port)
            #expect(throws: expected) { try start(host: "127.0.0.1", port: running.port) }
            let answer = try running.connect().exchange(Request.get("/echo"))
            #expect(answer.status == 200)
        }
    }

    @Test func `refuses a host that is none`() {
        #expect(throws: ServerError.unknownHost("no host")) { try start(host: "no host", port: 0) }
    }

    @Test func `refuses an address of another machine`() {
        let expected = ServerError.cannotListen(host: "192.0.2.1", port: 0, errno: EADDRNOTAVAIL)
        #expect(throws: expected) { try start(host: "192.0.2.1", port: 0) }
    }

    @Test(arguments: [-1, 65_536, Int.max])
    func `refuses a port out of range`(port: Int) {
        #expect(throws: ServerError.invalidPort(port)) { try start(host: "127.0.0.1", port: port) }
    }

    @Test(.enabled(if: hasIPv6)) func `listens on IPv6`() async throws {
        try await withServer(host: "::1") { running in
            let client = try TestClient(port: running.port, host: "::1")
            #expect(try client.exchange(Request.post("/echo", "six")).body == "six")
            #expect(running.responder.requests.first?.client == "::1")
        }
    }

    @Test func `listens on a host name`() async throws {
        try await withServer(host: "localhost") { running in
            let client = try (try? TestClient(port: running.port)) ?? TestClient(port: running.port, host: "::1")
            #expect(try client.exchange(Request.get("/echo")).status == 200)
        }
    }

    private func start(host: String, port: Int) throws(ServerError) {
        _ = try Listener(host: host, port: port)
    }

    private static let hasIPv6 = {
        let descriptor = socket(AF_INET6, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var address = sockaddr_in6()
        address.sin6_family = sa_family_t(AF_INET6)
        address.sin6_addr = in6addr_loopback
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in6>.size)) == 0
            }
        }
    }()
}
