import Synchronization

/// Counts the connections of all loops against their limit.
final class ConnectionCount: Sendable {
    private let count = Atomic(0)
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    /// Counts one more, unless the limit is reached.
    func open() -> Bool {
        let new = count.wrappingAdd(1, ordering: .relaxed).newValue
        guard new > limit else { return true }
        close()
        return false
    }

    func close() {
        count.wrappingSubtract(1, ordering: .relaxed)
    }
}
