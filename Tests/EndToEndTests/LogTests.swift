import EventStore
import Foundation
import PolarReceiverTesting
import Testing

/// The log of the real executable, read by programs that stop to read.
struct LogTests {
    @Test func `answers, delivers and stops although the log's reader stands still`() async throws {
        let workspace = try Workspace()
        let pipe = workspace.folder.appending(path: "log").path
        try #require(mkfifo(pipe, 0o600) == 0)
        // Holds the pipe open and never reads it, as a log shipper that hangs.
        let reader = open(pipe, O_RDWR)
        try #require(reader >= 0)
        defer { close(reader) }

        let child = try ChildProcess(
            URL(filePath: "/bin/sh"),
            ["-c", "exec '\(try Workspace.program.path)' serve --port-file port > log"],
            environment: [
                "PORT": "0", "ADMIN_PORT": "0", "HOST": "127.0.0.1", "LOG_FORMAT": "json",
                "POLAR_WEBHOOK_SECRET": Workspace.secret,
            ],
            folder: workspace.folder
        )
        let port = try await workspace.port(of: child)
        // Their lines are more than a pipe of 64 KiB holds.
        let verdicts = try await PolarPeer.send(Self.messages(count: 400, port: port))
        #expect(verdicts.map(\.status) == Array(repeating: 202, count: 400))
        child.signal(SIGTERM)
        #expect(await child.exitStatus() == 0)
        let states = try await workspace.storedMessages().flatMap(\.deliveries).map(\.state)
        #expect(states == Array(repeating: .succeeded, count: 400))
    }

    private static func messages(count: Int, port: Int) throws -> [PolarPeer.Message] {
        let sample = try #require(SampleEvent(type: "order.paid", timestamp: Date()))
        return (0..<count).map { index in
            PolarPeer.Message(
                secret: Workspace.secret,
                scheme: .base64,
                id: "log-\(index)",
                body: Data(sample.body),
                url: "http://127.0.0.1:\(port)/webhooks/polar"
            )
        }
    }
}

extension Workspace {
    /// The port that a receiver has written to the file `port`.
    fileprivate func port(of child: ChildProcess) async throws -> Int {
        let file = folder.appending(path: "port").path
        let end = ContinuousClock.now + .seconds(120)
        while !FileManager.default.fileExists(atPath: file) {
            try #require(ContinuousClock.now < end, "\(child.errors.all)")
            try await Task.sleep(for: .milliseconds(5))
        }
        let text = try String(contentsOfFile: file, encoding: .utf8)
        return try #require(Int(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    }
}
