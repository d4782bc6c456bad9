import Foundation
import HTTPServer
import HTTPWire
import PolarReceiver
import Synchronization

/// `/live/stream`: what happens, as server-sent events (WHATWG HTML §9.2), to every browser that watches.
final class LiveRoute: Sendable {
    /// How many may watch at the same time.
    private static let watcherLimit = 50

    /// How many of them in one session, so that no session takes the places of all.
    private static let sessionLimit = 4

    private static let tick = Duration.seconds(1)

    /// How many rows are sent in a tick; one more counts what was left out.
    private static let rowLimit = 9

    /// A comment after so many ticks without news keeps proxies from closing the connection.
    private static let quietTicks = 25

    private static let head = StreamHead(
        contentType: "text/event-stream",
        headers: Response.safetyFields + [("X-Accel-Buffering", "no")]
    )

    private struct Watcher {
        let exchange: Exchange
        let visitor: Visitor
    }

    private struct State {
        var watchers: [Int: Watcher] = [:]
        var nextKey = 0

        /// The rows of this tick.
        var sent = 0
        var skipped = 0

        /// Adds a watcher, unless its session has its places; ends the oldest one of the largest session where all are taken.
        mutating func add(_ watcher: Watcher) -> (key: Int, ended: Watcher?)? {
            let counts = Dictionary(watchers.values.map { ($0.visitor, 1) }, uniquingKeysWith: +)
            guard counts[watcher.visitor, default: 0] < LiveRoute.sessionLimit else { return nil }
            var ended: Watcher?
            if watchers.count >= LiveRoute.watcherLimit, let largest = counts.max(by: { $0.value < $1.value })?.key,
                let oldest = watchers.filter({ $0.value.visitor == largest }).keys.min()
            {
                ended = watchers.removeValue(forKey: oldest)
            }
            nextKey += 1
            watchers[nextKey] = watcher
            return (nextKey, ended)
        }

        /// Whether one more row may be sent in this tick.
        mutating func takeRow() -> Bool {
            guard sent < LiveRoute.rowLimit else {
                skipped += 1
                return false
            }
            sent += 1
            return true
        }
    }

    private let context: ConsoleContext
    private let writer: PageWriter
    private let sessions: Sessions
    private let state = Mutex(State())
    private let arrivals: AsyncStream<Void>
    private let sink: AsyncStream<Void>.Continuation

    init(context: ConsoleContext, writer: PageWriter, sessions: Sessions) {
        self.context = context
        self.writer = writer
        self.sessions = sessions
        (arrivals, sink) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Adds a watcher.
    func begin(_ exchange: Exchange, for visitor: Visitor) {
        let place = state.withLock { $0.add(Watcher(exchange: exchange, visitor: visitor)) }
        guard let place else {
            return exchange.reply(.failure(503, "too_many_watchers", headers: [("Retry-After", "10")]))
        }
        place.ended?.exchange.finish()
        exchange.begin(Self.head) { [weak self] in self?.forget(place.key) }
        exchange.send(Array("retry: 2000\n\n".utf8))
        sink.yield()
    }

    /// Sends to all watchers until cancelled; while there is none, nothing wakes it.
    func run() async {
        for await _ in arrivals {
            guard hasWatcher else { continue }
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await self.sendNews() }
                group.addTask { await self.keepTime() }
                await group.next()
                group.cancelAll()
            }
            _ = sendSkipped()
            // The receiver has stopped, or all have left; a browser comes again by itself.
            for watcher in watchers { watcher.exchange.finish() }
        }
    }

    private var watchers: [Watcher] { state.withLock { Array($0.watchers.values) } }

    private var hasWatcher: Bool { state.withLock { !$0.watchers.isEmpty } }

    private func sendNews() async {
        for await activity in context.receiver.activities() {
            guard hasWatcher else { return }
            guard state.withLock({ $0.takeRow() }) else { continue }
            send(Self.event(writer.part(.activityRow, ActivityView.values(activity))))
        }
    }

    /// Tells in each tick how many rows were left out, and ends the streams of sessions that have ended.
    private func keepTime() async {
        var quietTicks = 0
        while hasWatcher {
            // Cancelled: the news have ended.
            guard (try? await context.clock.sleep(for: Self.tick)) != nil else { return }
            for watcher in watchers where watcher.visitor.proof == .session {
                if !sessions.isOpen(watcher.visitor.session) { watcher.exchange.finish() }
            }
            quietTicks = sendSkipped() == 0 ? quietTicks + 1 : 0
            guard quietTicks == Self.quietTicks else { continue }
            send(Array(": still here\n\n".utf8))
            quietTicks = 0
        }
    }

    /// Begins the next tick; the number of rows in this one.
    private func sendSkipped() -> Int {
        let (sent, skipped) = state.withLock { state in
            defer { (state.sent, state.skipped) = (0, 0) }
            return (state.sent, state.skipped)
        }
        guard skipped > 0 else { return sent }
        let reason = skipped == 1 ? "1 more line was left out" : "\(skipped) more lines were left out"
        let row = ActivityView.values(kind: "skipped", date: context.clock.now, reason: reason)
        send(Self.event(writer.part(.activityRow, row)))
        return sent + 1
    }

    private func send(_ bytes: [UInt8]) {
        for watcher in watchers { watcher.exchange.send(bytes) }
    }

    private func forget(_ key: Int) {
        state.withLock { $0.watchers[key] = nil }
    }

    /// The data of an event goes line by line.
    private static func event(_ text: String) -> [UInt8] {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return Array((lines.map { "data: \($0)\n" }.joined() + "\n").utf8)
    }
}
