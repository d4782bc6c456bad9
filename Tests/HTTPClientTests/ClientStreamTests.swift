import Foundation
import HTTPClient
import Testing

/// Responses without an end of their own.
@Suite(.timeLimit(.minutes(5)))
struct ClientStreamTests {
    private static let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"

    private func request(_ server: RawServer) -> ClientRequest {
        ClientRequest(url: server.url, timeout: .seconds(300))
    }

    @Test func `hands out bytes as they come`() async throws {
        let isRead = DispatchSemaphore(value: 0)
        let server = try RawServer { peer in
            _ = try peer.receiveRequest()
            try peer.send(Self.head + "one")
            isRead.wait()
            try peer.send("two")
        }
        defer { server.stop() }
        let stream = try await Client().stream(request(server))
        #expect(stream.response.status == 200)
        #expect(stream.response["content-type"] == "text/event-stream")
        #expect(try await stream.next() == Array("one".utf8))
        isRead.signal()
        #expect(try await stream.next() == Array("two".utf8))
        #expect(try await stream.next() == nil)
        #expect(try await stream.next() == nil)
    }

    @Test func `has a limit of time for a response that is not what was asked for`() async throws {
        let server = try RawServer { peer in
            _ = try peer.receiveRequest()
            try peer.send("HTTP/1.1 500 Internal Server Error\r\n\r\nhalf")
            try peer.waitForEnd()
        }
        defer { server.stop() }
        let stream = try await Client().stream(ClientRequest(url: server.url, timeout: ClientFailureTests.patience))
        #expect(stream.response.status == 500)
        await #expect(throws: ClientError.timedOut(.receiving)) { while try await stream.next() != nil {} }
    }

    @Test func `reads to the end, however slow the reader is`() async throws {
        let size = 32 << 20
        let server = try RawServer { peer in
            _ = try peer.receiveRequest()
            try peer.send("HTTP/1.1 200 OK\r\nContent-Length: \(size)\r\n\r\n")
            try peer.send([UInt8](repeating: 1, count: size / 2))
            try peer.send([UInt8](repeating: 2, count: size / 2))
        }
        defer { server.stop() }
        var request = request(server)
        request.idleTimeout = .seconds(300)
        let stream = try await Client().stream(request)
        var (count, sum, most) = (0, 0, 0)
        for try await part in stream {
            count += part.count
            sum += part.reduce(0) { $0 + Int($1) }
            most = max(most, part.count)
        }
        #expect(count == size)
        #expect(sum == size / 2 * 3)
        // It did not read ahead of its reader.
        #expect(most < 1 << 20)
        #expect(try await stream.next() == nil)
    }

    @Test func `ends a stream that is silent, and one that breaks off`() async throws {
        let silent = try RawServer { peer in
            _ = try peer.receiveRequest()
            try peer.send(Self.head + "one")
            try peer.waitForEnd()
        }
        defer { silent.stop() }
        var request = request(silent)
        request.idleTimeout = .seconds(10)
        let stream = try await Client().stream(request)
        #expect(try await stream.next() == Array("one".utf8))
        await #expect(throws: ClientError.timedOut(.receiving)) { try await stream.next() }
        await silent.isLeft()
        let broken = try RawServer { peer in
            _ = try peer.receiveRequest()
            try peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n")
        }
        defer { broken.stop() }
        let half = try await Client().stream(self.request(broken))
        await #expect(throws: ClientError.closed(wasReset: false)) { while try await half.next() != nil {} }
    }

    @Test func `ends when its task is cancelled, and when it is released`() async throws {
        let server = try RawServer { peer in
            _ = try peer.receiveRequest()
            try peer.send(Self.head + "one")
            try peer.waitForEnd()
        }
        defer { server.stop() }
        let client = Client()
        let stream = try await client.stream(request(server))
        let reader = Task { while try await stream.next() != nil {} }
        reader.cancel()
        await #expect(throws: ClientError.cancelled) { try await reader.value }
        await server.isLeft()
        _ = try await client.stream(request(server))
        await server.isLeft()
        await client.shutdown()
        #expect(openSockets(to: server.port) == 0)
    }
}
