import Foundation
import Testing

@testable import ReceiverCommand

struct LogWriterTests {
    /// A pipe whose reader decides when it reads.
    private final class Log: Sendable {
        let pipe = Pipe()
        let writer: LogWriter

        init() {
            writer = LogWriter(descriptor: pipe.fileHandleForWriting.fileDescriptor) { "\($0) dropped\n" }
        }

        /// Lets the reader read until the writer has written everything.
        func readAll() async throws -> [Substring] {
            let handle = pipe.fileHandleForReading
            let (texts, continuation) = AsyncStream.makeStream(of: String.self)
            Thread.detachNewThread {
                continuation.yield(String(decoding: (try? handle.readToEnd()) ?? Data(), as: UTF8.self))
            }
            #expect(writer.flush(within: .seconds(300)))
            try pipe.fileHandleForWriting.close()
            return await texts.first { _ in true }?.split(separator: "\n") ?? []
        }
    }

    @Test func `writes lines in order`() async throws {
        let log = Log()
        for index in 0..<10_000 { log.writer.write("line \(index)\n") }
        #expect(try await log.readAll() == (0..<10_000).map { "line \($0)" })
    }

    @Test func `drops and counts lines when the reader stands still`() async throws {
        let log = Log()
        let line = String(repeating: "x", count: 1_023) + "\n"
        // The pipe takes 64 of them, the lines under way and those that wait twice the bound at most.
        for _ in 0..<4_096 { log.writer.write(line) }
        #expect(!log.writer.flush(within: .milliseconds(1)))
        let lines = try await log.readAll()
        let notices = lines.filter { $0.hasSuffix("dropped") }
        let dropped = notices.compactMap { Int($0.split(separator: " ")[0]) }.reduce(0, +)
        #expect(notices.count >= 1)
        #expect(dropped + lines.count - notices.count == 4_096)
        #expect(lines.count - notices.count < 2_200)
        // The last lines that waited stand before the notice.
        #expect(lines.last == notices.last)
    }

    @Test func `says how many lines were lost on a descriptor that failed`() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "log-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: file) }
        let descriptor = open("/dev/full", O_WRONLY)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        let writer = LogWriter(descriptor: descriptor) { "\($0) dropped\n" }
        writer.write("one\ntwo\n")
        #expect(writer.flush(within: .seconds(300)))
        // The disk has room again.
        let other = open(file, O_WRONLY | O_CREAT, 0o600)
        dup2(other, descriptor)
        close(other)
        writer.write("three\n")
        #expect(writer.flush(within: .seconds(300)))
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "three\n2 dropped\n")
    }

    @Test func `waits where another program has made the descriptor non-blocking`() async throws {
        let log = Log()
        let descriptor = log.pipe.fileHandleForWriting.fileDescriptor
        try #require(fcntl(descriptor, F_SETFL, O_NONBLOCK) == 0)
        let line = String(repeating: "x", count: 1_023) + "\n"
        for _ in 0..<500 { log.writer.write(line) }
        #expect(try await log.readAll().count == 500)
    }
}
