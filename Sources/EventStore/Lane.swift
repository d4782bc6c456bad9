/// The open deliveries of one handler and lane, but for those that were overtaken.
struct Lane {
    /// The one that may run.
    var head: Int

    /// The others in order of arrival.
    var waiting: [Int] = []

    /// Puts a delivery in line.
    mutating func add(_ delivery: Int) {
        waiting.insert(delivery, at: waiting.firstIndex { $0 > delivery } ?? waiting.endIndex)
    }

    /// Takes a delivery out of the line.
    mutating func remove(_ delivery: Int) {
        waiting.removeAll { $0 == delivery }
    }

    /// The lane without its head, nil when nobody waits.
    var withoutHead: Lane? {
        waiting.first.map { Lane(head: $0, waiting: Array(waiting.dropFirst())) }
    }
}
