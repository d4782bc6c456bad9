import Synchronization

/// How many connections a loop has, with those that another loop has accepted for it.
final class LoopLoad: Sendable {
    private static let absent = -1

    private let connections = Atomic(absent)

    /// The number of connections; negative while the loop does not run.
    var count: Int { connections.load(ordering: .relaxed) }

    /// Whether the loop runs: it takes no connection before it has begun, nor after its end.
    var isRunning: Bool { count != Self.absent }

    /// Says that the loop runs from now on.
    func begin() {
        connections.store(0, ordering: .relaxed)
    }

    /// Counts one more; false when the loop does not run.
    func add() -> Bool {
        var count = count
        while count != Self.absent {
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
        connections.compareExchange(expected: 0, desired: Self.absent, ordering: .relaxed).exchanged
    }
}
