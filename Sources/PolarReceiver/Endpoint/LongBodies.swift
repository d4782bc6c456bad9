import Dispatch
import Synchronization

/// Judges long messages one after the other on a queue of its own.
///
/// To verify a message of 5 MiB with ten secrets takes some 70 ms. On the loop that reads it, all other connections of the
/// loop would wait that long, and a stranger can send such a message, because it need not verify.
final class LongBodies: Sendable {
    /// Longer bodies come here; 20 keys take about 3 ms for one of this length, in bytes.
    static let threshold = 262_144

    /// How many bytes may wait; the last message may exceed it.
    private static let limit = 16 << 20

    private let queue = DispatchQueue(label: "polar-receiver.long-bodies", qos: .userInitiated)
    private let waiting = Atomic(0)

    /// Does `work` about a body of `length` bytes when its turn comes; false when too much waits.
    func perform(_ length: Int, _ work: @escaping @Sendable () -> Void) -> Bool {
        guard waiting.load(ordering: .relaxed) < Self.limit else { return false }
        waiting.wrappingAdd(length, ordering: .relaxed)
        queue.async {
            work()
            self.waiting.wrappingSubtract(length, ordering: .relaxed)
        }
        return true
    }
}
