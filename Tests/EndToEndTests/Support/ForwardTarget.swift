import Foundation
import Testing

/// A real HTTP server that the receiver forwards to, in Python; it ends with the value's last reference.
struct ForwardTarget {
    /// A request as it came over the wire.
    struct Request: Decodable {
        let path: String

        /// By name in lower case.
        let headers: [String: String]
        let body: Data

        /// What the Standard Webhooks reference library says of its signature.
        let verified: Bool

        /// What the server does with it.
        let answer: String

        var isTaken: Bool { ["takes", "closes"].contains(answer) }
    }

    private let child: ChildProcess
    let port: Int

    /// Starts the server and waits until it listens.
    init(secret: String) async throws {
        let python = try #require(ProcessInfo.processInfo.environment["PYTHON"], "PYTHON: see 'make test'")
        child = try ChildProcess(
            URL(filePath: python),
            ["-m", "peer", "--secret", secret],
            environment: ["PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1"],
            folder: URL(filePath: #filePath).deletingLastPathComponent()
        )
        let line = await child.output.first { _ in true }
        port = try #require(line.flatMap { Int($0) }, "\(child.errors.all)")
    }

    func url(_ path: String) -> String { "http://127.0.0.1:\(port)/\(path)" }

    /// All requests so far, in order of arrival.
    func requests() throws -> [Request] {
        try child.output.all.dropFirst().map { try JSONDecoder().decode(Request.self, from: Data($0.utf8)) }
    }

    /// Returns once so many different messages were taken at a path.
    func waitForMessages(_ count: Int, at path: String) async throws {
        let end = #""taken": {"path": "\#(path)", "messages": \#(count)}}"#
        try #require(await child.output.first { $0.hasSuffix(end) } != nil, "\(child.errors.all.suffix(20))")
    }
}
