import Foundation
import Testing

/// A program of the article on forwarding, running; killed with its last reference.
final class ExampleProgram: Sendable {
    private static let article = URL(filePath: #filePath)
        .appending(path: "../../../../Sources/PolarHandlers/PolarHandlers.docc/Forward.md").standardized

    private let process = Process()
    private let folder: URL
    let port: Int

    /// Starts the code block in a language; `PORT` in the command stands for the port.
    init(_ language: String, _ command: [String], secret: String) throws {
        let text = try String(contentsOf: Self.article, encoding: .utf8)
        let block = try #require(text.components(separatedBy: "```\(language)\n").dropFirst().first)
        let code = try #require(block.components(separatedBy: "```").first)
        folder = FileManager.default.temporaryDirectory.appending(path: "example-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(code.utf8).write(to: folder.appending(path: "receiver"))
        let port = try UnusedPort().number
        self.port = port
        process.executableURL = URL(filePath: try #require(command.first))
        process.arguments = command.dropFirst().map { $0.replacing("PORT", with: "\(port)") }
        process.environment = ["PATH": "/usr/bin:/bin", "PORT": "\(port)", "FORWARD_SECRET": secret]
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    deinit {
        // Once it has ended, its number can be another program's.
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        try? FileManager.default.removeItem(at: folder)
    }

    /// The outcome of the first attempt that is not made too early.
    func outcomeOnceItListens(_ attempt: () async throws -> ForwardOutcome) async throws -> ForwardOutcome {
        let end = ContinuousClock.now + .seconds(300)
        while true {
            let outcome = try await attempt()
            guard outcome.retryReason?.contains("nothing listens") == true else { return outcome }
            try #require(process.isRunning)
            try #require(ContinuousClock.now < end)
            try await Task.sleep(for: .milliseconds(20))
        }
    }
}
