/// The connections of a loop by the time when it has to look at them, at a cost that does not grow with their number.
///
/// A wheel whose slots are a tick wide. A connection is in one slot at most, where its deadline is, or before it: one
/// that has moved away meanwhile moves when its slot comes up, so that a busy connection costs nothing per request.
struct DeadlineWheel {
    /// A power of two, enough for the longest of the standard time-outs; what lies farther away waits in the last slot for
    /// another turn.
    private static let slotCount: Int64 = 4_096

    private let tick: Int64
    private var slots = [[ConnectionID]](repeating: [], count: Int(slotCount))

    /// The ticks up to this one have been looked at.
    private var current: Int64

    /// When to look next, in milliseconds; `.max` while there is nothing to look at.
    private(set) var next = Int64.max

    /// - Parameters:
    ///   - tick: how late a deadline may be noticed, in milliseconds.
    ///   - now: the time in milliseconds.
    init(tick: Int64, now: Int64) {
        self.tick = max(1, tick)
        current = now / self.tick
    }

    /// Sees to it that a connection is looked at no earlier than its deadline and about a tick later at most.
    mutating func note(_ connection: Connection) {
        guard let deadline = connection.deadline else { return }
        let due = min(max(deadline / tick + 1, current + 1), current + Self.slotCount - 1)
        if let noted = connection.noted, noted <= due { return }
        connection.noted = due
        slots[Self.index(due)].append(connection.id)
        next = min(next, due * tick)
    }

    /// Empties the slots that have come up into `due`.
    ///
    /// Each tick comes with those that were noted for it; one of them may have been noted anew for an earlier one.
    mutating func take(until now: Int64, into due: inout [(tick: Int64, id: ConnectionID)]) {
        let end = now / tick
        guard end > current else { return }
        for number in current + 1...min(end, current + Self.slotCount) {
            due += slots[Self.index(number)].map { (number, $0) }
            slots[Self.index(number)].removeAll(keepingCapacity: true)
        }
        current = end
        next =
            (1..<Self.slotCount).first { !slots[Self.index(current + $0)].isEmpty }.map { (current + $0) * tick }
            ?? .max
    }

    private static func index(_ number: Int64) -> Int {
        Int(number & (slotCount - 1))
    }
}
