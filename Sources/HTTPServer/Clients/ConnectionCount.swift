import Glibc
import Synchronization

/// Counts the connections of all loops against their limit: the configured one, or what the descriptors allow.
final class ConnectionCount: Sendable {
    private let count = Atomic(0)
    private let limit: Int

    /// The limit, or less while a connection is in the reserve: as many as there were when the first one got there.
    private let allowance: Atomic<Int>
    private let reserve: DescriptorReserve
    private let countInReserve = Mutex(0)

    init(limit: Int, reserve: DescriptorReserve) {
        self.limit = limit
        self.reserve = reserve
        allowance = Atomic(limit)
    }

    /// Counts one more, unless there is no room; then it is told why.
    func open() -> Shortage? {
        let new = count.wrappingAdd(1, ordering: .relaxed).newValue
        let allowance = allowance.load(ordering: .relaxed)
        guard new > allowance else { return nil }
        close()
        return allowance < limit ? .system(errno: EMFILE) : .connectionLimit
    }

    /// Counts one less, which has not come to be.
    func close() {
        count.wrappingSubtract(1, ordering: .relaxed)
    }

    /// Notes the descriptor of one that is counted.
    func note(_ descriptor: Int32) {
        guard reserve.contains(descriptor) else { return }
        countInReserve.withLock { inReserve in
            inReserve += 1
            if inReserve == 1 { allowance.store(min(limit, count.load(ordering: .relaxed)), ordering: .relaxed) }
        }
    }

    /// Counts one less, whose descriptor was noted.
    func close(_ descriptor: Int32) {
        close()
        guard reserve.contains(descriptor) else { return }
        countInReserve.withLock { inReserve in
            inReserve -= 1
            if inReserve == 0 { allowance.store(limit, ordering: .relaxed) }
        }
    }
}
