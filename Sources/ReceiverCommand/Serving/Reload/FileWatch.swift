import PolarReceiver
import Synchronization

/// Says when files may have changed, wherever the links to them lead.
final class FileWatch: Sendable {
    /// How long nothing must change before a change is reported: whoever writes several files is done then.
    private static let quietTime = Duration.milliseconds(200)

    /// Where something changes all the time, a report comes after so many quiet times all the same.
    private static let longestWait = 25

    private let clock: any WallClock
    private let changes: AsyncStream<Void>
    private let sink: AsyncStream<Void>.Continuation
    private let count = Atomic(0)
    private let watch = Mutex<PathWatch?>(nil)

    init(clock: any WallClock = SystemWallClock()) {
        self.clock = clock
        (changes, sink) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Watches these files, and no others any more; false when the system has no room for it.
    ///
    /// To be called again after a change: a link can lead elsewhere now.
    func watch(_ paths: Set<String>) -> Bool {
        var places = Self.places(of: paths)
        for _ in 0..<10 {
            guard let watch = PathWatch(places, onChange: { self.note() }) else { return false }
            self.watch.withLock { $0 = watch }
            // What changed before the watch began is not reported, so the way has to be the same still.
            let now = Self.places(of: paths)
            guard now != places else { break }
            places = now
        }
        return true
    }

    /// How often something has happened so far.
    var changeCount: Int { count.load(ordering: .relaxed) }

    /// Calls `report` after each change, once it is quiet; returns when the task is cancelled.
    func forEachChange(_ report: () -> Void) async {
        var reported = 0
        for await _ in changes where changeCount != reported {
            reported = await waitUntilQuiet()
            report()
        }
    }

    /// The files as well as their folders: what is written into a file that is mounted by itself, no folder tells.
    private static func places(of paths: Set<String>) -> Set<String> {
        WatchedFolders.of(paths).union(paths)
    }

    private func note() {
        count.add(1, ordering: .relaxed)
        sink.yield()
    }

    /// Returns the count of changes that it was quiet after.
    private func waitUntilQuiet() async -> Int {
        var seen = changeCount
        for _ in 0..<Self.longestWait {
            try? await clock.sleep(for: Self.quietTime)  // cancelled: the loop of changes ends
            let now = changeCount
            if now == seen { break }
            seen = now
        }
        return seen
    }
}
