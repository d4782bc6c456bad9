import Foundation
import Testing

/// Polar as a peer: its own SDK and the Standard Webhooks reference library, in Python.
enum PolarPeer {
    /// How Polar makes the key of a secret; it depends on the day the secret was made.
    enum Scheme: String, Encodable, CaseIterable, Sendable {
        case text, base64
    }

    /// A message to sign.
    struct Message: Encodable {
        let secret: String
        let scheme: Scheme
        let id: String
        let body: Data
        var url: String?
    }

    /// What became of it.
    struct Verdict: Decodable {
        /// `accepted`, or why Polar's SDK refuses it.
        let sdk: String
        let status: Int?
        let answer: String?
    }

    /// Signs each message, asks Polar's SDK about it, and posts it where it has a URL.
    static func send(_ messages: [Message]) async throws -> [Verdict] {
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "sender.py").path
        let lines = try messages.map { try JSONEncoder().encode($0) + Data("\n".utf8) }
        return try await run([script], input: Array(lines.joined())).map {
            try JSONDecoder().decode(Verdict.self, from: Data($0.utf8))
        }
    }

    /// Runs a Python package of the tests; the lines it prints.
    static func run(module: String, _ arguments: [String]) async throws -> [String] {
        try await run(["-m", module] + arguments)
    }

    private static func run(_ arguments: [String], input: [UInt8] = []) async throws -> [String] {
        let python = try #require(ProcessInfo.processInfo.environment["PYTHON"], "PYTHON: see 'make test'")
        let child = try ChildProcess(
            URL(filePath: python),
            arguments,
            environment: ["PATH": "/usr/bin:/bin:/usr/sbin", "PYTHONDONTWRITEBYTECODE": "1"],
            folder: URL(filePath: #filePath).deletingLastPathComponent(),
            input: input
        )
        let status = await child.exitStatus()
        _ = await child.output.first { _ in false }
        #expect(status == 0, "\(child.output.all.suffix(20)) \(child.errors.all)")
        return child.output.all
    }
}
