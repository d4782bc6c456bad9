import Foundation

/// A program that a test talks to; it ends when its input does, which is with the last reference.
final class ChildProgram: Sendable {
    private let process: Process
    private let input: Pipe

    /// The lines that it prints.
    let lines: AsyncStream<String>

    init(_ program: String, _ arguments: [String], folder: URL) throws {
        let (process, input, output) = (Process(), Pipe(), Pipe())
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1"]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        self.process = process
        self.input = input
        lines = Self.lines(of: output)
    }

    deinit {
        try? input.fileHandleForWriting.close()
        // Once it has ended, its number can be another program's.
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    /// Reads on a thread of its own, because reading blocks.
    private static func lines(of output: Pipe) -> AsyncStream<String> {
        let (lines, continuation) = AsyncStream.makeStream(of: String.self)
        Thread.detachNewThread {
            var rest = Data()
            while case let block = block(from: output), !block.isEmpty {
                rest += block
                while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                    continuation.yield(String(decoding: rest[rest.startIndex..<end], as: UTF8.self))
                    rest = Data(rest[(end + 1)...])
                }
            }
            continuation.finish()
        }
        return lines
    }

    /// What there is to read, empty at the end; `FileHandle` would wait for more.
    private static func block(from output: Pipe) -> [UInt8] {
        var block = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = read(output.fileHandleForReading.fileDescriptor, &block, block.count)
            if count >= 0 || errno != EINTR { return Array(block.prefix(max(0, count))) }
        }
    }
}
