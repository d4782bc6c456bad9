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
    static func send(_ messages: [Message], in workspace: Workspace) async throws -> [Verdict] {
        let python = try #require(ProcessInfo.processInfo.environment["PYTHON"], "PYTHON: see 'make test'")
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "sender.py").path
        let lines = try messages.map { try JSONEncoder().encode($0) + Data("\n".utf8) }
        let child = try ChildProcess(
            URL(filePath: python),
            [script],
            environment: ["PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1"],
            folder: workspace.folder,
            input: Array(lines.joined())
        )
        let status = await child.exitStatus()
        _ = await child.output.first { _ in false }
        #expect(status == 0, "\(child.errors.all)")
        return try child.output.all.map { try JSONDecoder().decode(Verdict.self, from: Data($0.utf8)) }
    }
}
