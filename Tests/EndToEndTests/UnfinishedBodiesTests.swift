import Foundation
import Testing

/// Hundreds of clients that never end their bodies, to the real executable.
@Suite(.timeLimit(.minutes(10)))
struct UnfinishedBodiesTests {
    private static let count = 500
    private static let length = 5_242_880

    /// A sanitizer keeps what is freed for a while.
    private static let isSanitized = ["ASAN_OPTIONS", "TSAN_OPTIONS"].contains {
        ProcessInfo.processInfo.environment[$0] != nil
    }

    @Test(.disabled(if: isSanitized), arguments: ["Content-Length: \(length)", "Transfer-Encoding: chunked"])
    func `take little memory, and stand in the way of nobody`(framing: String) async throws {
        let workspace = try Workspace()
        let receiver = try await RunningReceiver(in: workspace)
        try await send(3, to: receiver, workspace)
        let before = try residentBytes(receiver)

        let connections = try (0..<Self.count).map { index in
            let connection = try OpenConnection(port: receiver.port)
            try connection.send(head(to: index % 2 == 0 ? "/webhooks/polar" : "/nowhere", framing))
            return connection
        }
        let piece = [UInt8](repeating: 32, count: 65_536)
        let isChunked = framing.hasSuffix("chunked")
        for connection in connections where isChunked { try? connection.send("4FFFFF\r\n") }
        // All but the last of a body's pieces, as far as each client is read from.
        for round in 1..<Self.length / piece.count {
            for connection in connections { connection.sendWhatFits(piece) }
            if round % 20 == 0 { try await send(1, to: receiver, workspace) }
        }
        let growth = try peakBytes(receiver) - before
        #expect(growth < 100 << 20, "\(growth >> 20) MiB")
        withExtendedLifetime(connections) {}
        #expect(await receiver.stop() == 0)
    }

    private func head(to path: String, _ framing: String) -> String {
        let now = Int(Date().timeIntervalSince1970)
        let signature = Data(count: 32).base64EncodedString()
        return """
            POST \(path) HTTP/1.1\r
            Host: a\r
            webhook-id: \(UUID().uuidString)\r
            webhook-timestamp: \(now)\r
            webhook-signature: v1,\(signature)\r
            \(framing)\r
            \r

            """
    }

    /// Signed messages of an ordinary client.
    private func send(_ count: Int, to receiver: RunningReceiver, _ workspace: Workspace) async throws {
        for _ in 0..<count {
            let result = try await workspace.run(
                ["send", "order.paid", "--url", receiver.url],
                environment: ["POLAR_WEBHOOK_SECRET": Workspace.secret]
            )
            #expect(result.status == 0, "\(result.errors)")
        }
    }

    private func residentBytes(_ receiver: RunningReceiver) throws -> Int { try status("VmRSS", of: receiver) }
    private func peakBytes(_ receiver: RunningReceiver) throws -> Int { try status("VmHWM", of: receiver) }

    private func status(_ name: String, of receiver: RunningReceiver) throws -> Int {
        let text = try String(contentsOfFile: "/proc/\(receiver.child.processIdentifier)/status", encoding: .utf8)
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("\(name):") })
        let kilobytes = try #require(line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) })
        return kilobytes << 10
    }
}
