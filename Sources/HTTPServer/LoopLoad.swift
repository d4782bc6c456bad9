import Synchronization

/// How many connections a loop has, with those that another loop has accepted for it.
final class LoopLoad: Sendable {
    private static let ended = -1

    private let connections = Atomic(0)

    /// The number of connections; negative once the loop has ended.
    var count: Int { connections.load(ordering: .relaxed) }

    /// Counts one more; false when the loop has ended.
    func add() -> Bool {
        var count = count
        while count != Self.ended {
            let new = connections.compareExchange(expected: count, desired: count + 1, ordering: .relaxed)
            guard !new.exchanged else { return true }
            count = new.original
        }
        return false
    }

    /// Counts one less.
    func remove() {
        connections.wrappingSubtract(1, ordering: .relaxed)
    }

    /// Ends the loop, unless it has a connection or is about to get one.
    func end() -> Bool {
        connections.compareExchange(expected: 0, desired: Self.ended, ordering: .relaxed).exchanged
    }
}
