import Foundation

/// Counts in each of the last 60 minutes.
struct MinuteCounts: Hashable, Sendable {
    static let span = 60

    private var counts = [Int](repeating: 0, count: span)

    /// The newest minute that has a count, since 1970.
    private var newest = 0

    /// Counts one; a date shortly before the newest minute counts for that minute.
    mutating func count(at date: Date) {
        advance(to: date)
        counts[newest % Self.span] += 1
    }

    /// The counts up to a moment, the oldest minute first.
    func values(at date: Date) -> [Int] {
        var counts = self
        counts.advance(to: date)
        return (1...Self.span).map { counts.counts[(counts.newest + $0) % Self.span] }
    }

    private mutating func advance(to date: Date) {
        var minute = Int(exactly: (date.timeIntervalSince1970 / 60).rounded(.down)) ?? newest
        // The clock was set back by more than all minutes: what was counted there says nothing about these.
        if minute <= newest - Self.span { (counts, newest) = ([Int](repeating: 0, count: Self.span), minute) }
        minute = max(newest, minute)
        for passed in 0..<min(Self.span, minute - newest) { counts[(minute - passed) % Self.span] = 0 }
        newest = minute
    }
}
