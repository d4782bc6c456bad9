import CLinux
import Dispatch
import Synchronization

/// What sources have reported and their loop has not yet taken.
final class ReadinessReports: Sendable {
    private let events = Mutex<[linux_event]>([])
    private let arrival = DispatchSemaphore(value: 0)

    /// Adds a report; the first of a batch wakes the loop.
    func append(_ event: linux_event) {
        let isFirst = events.withLock { events in
            events.append(event)
            return events.count == 1
        }
        if isFirst { arrival.signal() }
    }

    /// Waits for reports, and moves as many as fit to the beginning of `events`; a negative time waits for ever.
    func take(into taken: inout [linux_event], milliseconds: Int32) -> Int {
        let patience = DispatchTime.now() + .milliseconds(Int(milliseconds))
        guard arrival.wait(timeout: milliseconds < 0 ? .distantFuture : patience) == .success else { return 0 }
        return events.withLock { events in
            let count = min(events.count, taken.count)
            taken.replaceSubrange(..<count, with: events.prefix(count))
            events.removeFirst(count)
            // Whoever adds to a list that is not empty does not wake the loop.
            if !events.isEmpty { arrival.signal() }
            return count
        }
    }
}
