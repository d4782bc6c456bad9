import EventStore
import Foundation

/// The rules of lanes over again, as short as possible: which claims are allowed, not which one comes.
struct LaneModel {
    struct Entry {
        let lane: String?
        var isOpen = true
        var isRunning = false
        var isOvertaken = false

        /// Whether it came back, so that later ones may have gone before.
        var isReplayed = false

        var failingSince: Date?
    }

    let patience: TimeInterval

    /// By order of arrival; the ids of the messages are their places.
    private(set) var entries: [Entry] = []

    var running: [Int] { entries.indices.filter { entries[$0].isRunning } }

    mutating func append(lane: String?) {
        entries.append(Entry(lane: lane))
    }

    /// Takes a claim; false when others of the lane forbid it.
    mutating func claim(_ index: Int, now: Date) -> Bool {
        overtake(now: now)
        let claimed = entries[index]
        let isAllowed = claimed.lane == nil || claimed.isOvertaken || !isHeldUp(index)
        defer { entries[index].isRunning = true }
        return isAllowed && claimed.isOpen && !claimed.isRunning
    }

    /// Whether another delivery of the lane runs, or an earlier one that never came back is open.
    private func isHeldUp(_ index: Int) -> Bool {
        entries.indices.contains { other in
            let entry = entries[other]
            let isInLine = entry.lane == entries[index].lane && entry.isOpen && !entry.isOvertaken
            guard other != index, isInLine else { return false }
            return entry.isRunning || other < index && !entry.isReplayed
        }
    }

    mutating func record(_ result: AttemptResult, of index: Int, now: Date) {
        entries[index].isRunning = false
        switch result {
        case .succeeded, .superseded, .dead: entries[index].isOpen = false
        case .retry, .timedOut: fail(index, now: now)
        case .returned: break
        }
    }

    mutating func fail(_ index: Int, now: Date) {
        entries[index].isRunning = false
        entries[index].failingSince = entries[index].failingSince ?? now
        overtake([index], now: now)
    }

    mutating func end(_ index: Int) {
        entries[index].isRunning = false
        entries[index].isOpen = false
    }

    mutating func revive(_ index: Int) {
        guard !entries[index].isRunning else { return }
        entries[index] = Entry(lane: entries[index].lane, isReplayed: true)
    }

    /// What every claim does first.
    mutating func overtake(now: Date) {
        overtake(Array(entries.indices), now: now)
    }

    private mutating func overtake(_ indices: [Int], now: Date) {
        for index in indices where entries[index].isOpen && !entries[index].isRunning {
            guard let since = entries[index].failingSince, since.addingTimeInterval(patience) <= now else { continue }
            entries[index].isOvertaken = true
        }
    }
}
