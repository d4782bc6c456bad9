import Foundation
import HTTPServer
import HTTPWire
import PolarReceiver
import Synchronization

/// `/live/stream`: what happens, as server-sent events (WHATWG HTML §9.2), to every browser that watches.
final class LiveRoute: Sendable {
    /// More watchers than this are told to come again later.
    private static let watcherLimit = 50

    /// A comment after so long without news keeps proxies from closing the connection.
    private static let quiet = Duration.seconds(25)

    private static let head = StreamHead(
        contentType: "text/event-stream",
        headers: Response.safetyFields + [("X-Accel-Buffering", "no")]
    )

    private let context: ConsoleContext
    private let writer: PageWriter
    private let watchers = Mutex<[Int: Exchange]>([:])
    private let nextKey = Atomic(0)
    private let arrivals: AsyncStream<Void>
    private let sink: AsyncStream<Void>.Continuation

    init(context: ConsoleContext, writer: PageWriter) {
        self.context = context
        self.writer = writer
        (arrivals, sink) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Adds a watcher.
    func begin(_ exchange: Exchange) {
        let key = nextKey.wrappingAdd(1, ordering: .relaxed).newValue
        let isTaken = watchers.withLock { watchers in
            guard watchers.count < Self.watcherLimit else { return false }
            watchers[key] = exchange
            return true
        }
        guard isTaken else {
            return exchange.reply(.failure(503, "too_many_watchers", headers: [("Retry-After", "10")]))
        }
        exchange.begin(Self.head) { [weak self] in self?.forget(key) }
        exchange.send(Array("retry: 2000\n\n".utf8))
        sink.yield()
    }

    /// Sends to all watchers until cancelled; while there is none, nothing wakes it.
    func run() async {
        for await _ in arrivals {
            guard hasWatcher else { continue }
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await self.sendNews() }
                group.addTask { await self.keepOpen() }
                await group.next()
                group.cancelAll()
            }
            // The receiver has stopped, or all have left; a browser comes again by itself.
            for exchange in watchers.withLock({ Array($0.values) }) { exchange.finish() }
        }
    }

    private var hasWatcher: Bool { watchers.withLock { !$0.isEmpty } }

    private func sendNews() async {
        for await activity in context.receiver.activities() {
            guard hasWatcher else { return }
            send(Self.event(writer.part(.activityRow, ActivityView.values(activity))))
        }
    }

    private func keepOpen() async {
        while hasWatcher {
            // Cancelled: the news have ended.
            guard (try? await context.clock.sleep(for: Self.quiet)) != nil else { return }
            send(Array(": still here\n\n".utf8))
        }
    }

    private func send(_ bytes: [UInt8]) {
        for exchange in watchers.withLock({ Array($0.values) }) { exchange.send(bytes) }
    }

    private func forget(_ key: Int) {
        watchers.withLock { $0[key] = nil }
    }

    /// The data of an event goes line by line.
    private static func event(_ text: String) -> [UInt8] {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return Array((lines.map { "data: \($0)\n" }.joined() + "\n").utf8)
    }
}
