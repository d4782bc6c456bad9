import CoreMetrics
import Dispatch
import Foundation
import Synchronization

/// Writes log lines to a descriptor on a queue of its own.
///
/// The caller of ``write(_:)`` never waits for the descriptor: a log reader that stands still must not delay an answer, a
/// delivery or the stop. Lines wait in memory up to ``bound``. Later lines are dropped and counted, and the log says how
/// many as soon as the descriptor takes bytes again.
final class LogWriter: Sendable {
    /// The bytes that may wait.
    static let bound = 1 << 20

    private static let lineEnd = UInt8(ascii: "\n")

    private struct State {
        /// Whole lines, in order.
        var waiting: [UInt8] = []

        /// Lines that were dropped since the log last said so.
        var dropped = 0
        var isScheduled = false
    }

    private let descriptor: Int32

    /// Makes the line that tells a number of dropped lines.
    private let notice: @Sendable (Int) -> String
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "polar-receiver.log")
    private let droppedLines = Counter(label: "polar_receiver_log_lines_dropped_total")

    /// Whether a failed write has left a part of a line; only the queue looks at it.
    private let endsInLine = Atomic(false)

    init(descriptor: Int32, notice: @escaping @Sendable (_ dropped: Int) -> String) {
        self.descriptor = descriptor
        self.notice = notice
    }

    /// Hands over whole lines, each with its line end.
    func write(_ lines: String) {
        let mustSchedule = state.withLock { state in
            guard state.waiting.count + lines.utf8.count <= Self.bound else {
                state.dropped += 1
                droppedLines.increment()
                return false
            }
            state.waiting += lines.utf8
            defer { state.isScheduled = true }
            return !state.isScheduled
        }
        if mustSchedule { queue.async { self.writeWaiting() } }
    }

    /// Waits until everything that was handed over before is written.
    ///
    /// - Returns: False when the descriptor has not taken everything within `limit`.
    @discardableResult
    func flush(within limit: Duration) -> Bool {
        let isWritten = DispatchSemaphore(value: 0)
        queue.async { isWritten.signal() }
        return isWritten.wait(timeout: .now() + limit / .seconds(1)) == .success
    }

    // MARK: On the queue

    private func writeWaiting() {
        while let (lines, dropped) = takeWaiting() {
            let unwritten = send(lines)
            if unwritten > 0 {
                state.withLock { $0.dropped += unwritten + dropped }
                droppedLines.increment(by: unwritten)
            } else if dropped > 0, send(Array(notice(dropped).utf8)) > 0 {
                state.withLock { $0.dropped += dropped }
            }
        }
    }

    /// All lines that wait, and the number of those dropped after them; nil when none wait.
    private func takeWaiting() -> (lines: [UInt8], dropped: Int)? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isScheduled = false
                return nil
            }
            defer { (state.waiting, state.dropped) = ([], 0) }
            return (state.waiting, state.dropped)
        }
    }

    /// Writes lines, for as long as the reader takes.
    ///
    /// - Returns: The number of lines that the descriptor has refused, because it is closed or its disk is full.
    private func send(_ lines: [UInt8]) -> Int {
        let bytes = endsInLine.exchange(false, ordering: .relaxed) ? [Self.lineEnd] + lines : lines
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                // Another program that shares the descriptor has made it non-blocking.
                var interest = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&interest, 1, -1)
            } else if errno != EINTR {
                let isWhole = bytes[..<rest.startIndex].last ?? Self.lineEnd == Self.lineEnd
                endsInLine.store(!isWhole, ordering: .relaxed)
                return rest.count { $0 == Self.lineEnd }
            }
        }
        return 0
    }
}
