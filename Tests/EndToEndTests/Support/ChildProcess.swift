import Foundation
import Synchronization

/// A real program under test, killed with its last reference.
final class ChildProcess: Sendable {
    private let process = Process()
    let output: OutputLines
    let errors: OutputLines
    private let status: AsyncStream<Int32>

    /// What a program that is built with a sanitizer reads.
    private static let sanitizerOptions = ProcessInfo.processInfo.environment.filter {
        ["ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS"].contains($0.key)
    }

    init(_ program: URL, _ arguments: [String], environment: [String: String], folder: URL, input: [UInt8] = []) throws
    {
        // Writing to a program that has ended is an error of the write, not the end of the tests.
        Foundation.signal(SIGPIPE, SIG_IGN)
        let (outputPipe, errorPipe, inputPipe) = (Pipe(), Pipe(), Pipe())
        process.executableURL = program
        process.arguments = arguments
        process.environment = environment.merging(Self.sanitizerOptions) { own, _ in own }
        process.currentDirectoryURL = folder
        process.standardOutput = outputPipe
        process.standardError = errorPipe
        process.standardInput = inputPipe
        let (status, continuation) = AsyncStream.makeStream(of: Int32.self)
        self.status = status
        process.terminationHandler = { process in
            continuation.yield(process.terminationStatus)
            continuation.finish()
        }
        try process.run()
        output = OutputLines(reading: outputPipe.fileHandleForReading)
        errors = OutputLines(reading: errorPipe.fileHandleForReading)
        let writer = inputPipe.fileHandleForWriting
        // On a thread of its own, because a program may take its time to read.
        Thread.detachNewThread {
            // A program that does not read its input closes it early.
            try? writer.write(contentsOf: Data(input))
            try? writer.close()
        }
    }

    deinit {
        // Once it has ended, its number can be another program's.
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    var processIdentifier: Int32 { process.processIdentifier }

    func signal(_ signal: Int32) {
        kill(process.processIdentifier, signal)
    }

    /// The exit status, or the number of the signal that ended it.
    func exitStatus() async -> Int32 {
        await status.first { _ in true } ?? -1
    }
}
