import Foundation
import Synchronization
import Testing

/// A real HTTP server in Python that does what the path says; it ends with the value's last reference.
final class ForwardPeer: Sendable {
    /// A request as it came over the wire.
    struct Request: Decodable, Sendable {
        let method: String
        let path: String

        /// By name in lower case.
        let headers: [String: String]
        let body: Data

        /// Counted from 1 by the server.
        let connection: Int
    }

    private struct State {
        var port: Int?
        var requests: [Request] = []
        var hasEnded = false
    }

    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private let state = Mutex(State())

    /// Starts the server and waits until it listens.
    init(certificate: String? = nil) async throws {
        let folder = URL(filePath: #filePath).appending(path: "../../../EndToEndTests/Support").standardized
        let python = try #require(ProcessInfo.processInfo.environment["PYTHON"], "PYTHON: see 'make test'")
        process.executableURL = URL(filePath: python)
        process.arguments = ["-m", "peer"] + (certificate.map { ["--certificate", $0] } ?? [])
        process.environment = ["PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1"]
        process.currentDirectoryURL = folder
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        Thread.detachNewThread { [output, weak self] in
            Self.readLines(of: output.fileHandleForReading) { line in self?.take(line) }
            self?.state.withLock { $0.hasEnded = true }
        }
        try await waitUntil { $0.port != nil }
    }

    deinit {
        // Once it has ended, its number can be another program's.
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    /// Where it listens.
    var port: Int { state.withLock { $0.port ?? 0 } }

    /// All requests so far.
    var requests: [Request] { state.withLock(\.requests) }

    /// The first so many requests, once there are as many.
    func requests(_ count: Int) async throws -> [Request] {
        try await waitUntil { $0.requests.count >= count }
        return requests
    }

    func url(_ path: String, scheme: String = "http", host: String = "127.0.0.1") throws -> URL {
        try #require(URL(string: "\(scheme)://\(host):\(port)/\(path)"))
    }

    private func waitUntil(_ isReached: (borrowing State) -> Bool) async throws {
        let end = ContinuousClock.now + .seconds(300)
        while !state.withLock({ isReached($0) }) {
            let hasEnded = state.withLock(\.hasEnded)
            try #require(!hasEnded && ContinuousClock.now < end, "the server has ended, or does not get there")
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    private func take(_ line: Data) {
        state.withLock { state in
            if state.port == nil {
                state.port = Int(String(decoding: line, as: UTF8.self))
            } else if let request = try? JSONDecoder().decode(Request.self, from: line) {
                state.requests.append(request)
            } else {
                Issue.record("not a line of the server: \(String(decoding: line, as: UTF8.self))")
            }
        }
    }

    private static func readLines(of file: FileHandle, _ take: (Data) -> Void) {
        var rest = Data()
        var block = [UInt8](repeating: 0, count: 65_536)
        while true {
            // `FileHandle.availableData` traps when a signal interrupts it.
            let count = read(file.fileDescriptor, &block, block.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest += block.prefix(count)
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                take(Data(rest[rest.startIndex..<end]))
                rest.removeSubrange(rest.startIndex...end)
            }
        }
    }
}
