import Logging
import Synchronization

/// A file of lines, for many at once: the lines that come while the disk is busy share the next write and its fsync.
final class EventFile: Sendable {
    /// The lines that wait for the next write, by the ticket of their writer.
    private struct Waiting {
        var lines: [(ticket: Int, line: [UInt8])] = []
        var nextTicket = 0

        mutating func add(_ line: [UInt8]) -> Int {
            defer { nextTicket += 1 }
            lines.append((nextTicket, line))
            return nextTicket
        }

        mutating func takeAll() -> [(ticket: Int, line: [UInt8])] {
            defer { lines = [] }
            return lines
        }
    }

    private let waiting = Mutex(Waiting())
    private let writer: EventFileWriter

    init(_ writer: EventFileWriter) {
        self.writer = writer
    }

    func open() async throws {
        try await writer.open()
    }

    func close() async {
        await writer.close()
    }

    /// Returns once the line is in the file and, where the file syncs, on the disk.
    func append(_ line: [UInt8], logger: Logger) async throws {
        let ticket = waiting.withLock { $0.add(line) }
        // Whoever comes first writes for all that wait by then; the others find their outcome. The blocking calls run
        // on the delivery's thread: an actor without an executor of its own follows the preference of the task.
        try await writer.finish(ticket, logger: logger) { self.waiting.withLock { $0.takeAll() } }
    }
}
