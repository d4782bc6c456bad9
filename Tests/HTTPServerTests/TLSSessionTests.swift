import COpenSSL
import Glibc
import Testing

@testable import HTTPServer

/// The server's side of TLS on a pair of sockets, without a loop.
@Suite(.timeLimit(.minutes(1)))
final class TLSSessionTests {
    private let server: TLSSession
    private let client: TLSClientSession
    private let sockets: [Int32]

    init() async throws {
        var pair: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &pair) == 0 else {
            throw TestClient.Failure(operation: "socketpair", errno: errno)
        }
        sockets = pair
        _ = fcntl(pair[0], F_SETFL, O_NONBLOCK)
        let certificates = try TestCertificates.shared.get()
        let files = TLSFiles.pem(certificate: certificates.path("first.pem"), key: certificates.path("first.key"))
        server = try #require(try TLSContext(files).makeSession(on: pair[0]))
        let socket = pair[1]
        let connected = Task(executorPreference: ThreadExecutor.shared) {
            try TLSConnected(TLSClientSession(socket: socket, TLSOffer()))
        }
        while !server.isEstablished {
            #expect(Self.read(from: server) == -1)
            await Task.yield()
        }
        client = try await connected.value.session
        _ = server.takeWastedRecords()
    }

    deinit {
        for socket in sockets { close(socket) }
    }

    @Test func `reads no further than a record behind too many`() throws {
        // As many as the sockets hold.
        try client.updateKeys(count: 150)
        #expect(Self.read(from: server) == -1)
        #expect(server.isFlooded)
        #expect(server.takeWastedRecords() <= 34)
        #expect(Self.read(from: server) == 0)
        #expect(server.takeWastedRecords() == 0)
    }

    @Test func `counts the records that came before application data`() throws {
        try client.updateKeys(count: 32)
        #expect("x".utf8.withContiguousStorageIfAvailable { client.send(UnsafeRawBufferPointer($0)) } == 1)
        #expect(Self.read(from: server) == 1)
        #expect(server.takeWastedRecords() == 32)
        #expect(!server.isFlooded)
    }

    private static func read(from session: TLSSession) -> Int {
        withUnsafeTemporaryAllocation(byteCount: 1_024, alignment: 1) { session.read(into: $0) }
    }
}

/// A client's session on its way from the task that made it.
private struct TLSConnected: @unchecked Sendable {
    // @unchecked: the task that made it uses it no more.
    let session: TLSClientSession

    init(_ session: TLSClientSession) {
        self.session = session
    }
}
