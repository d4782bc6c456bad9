import EventStore
import PolarReceiverTesting

/// A store whose disk is full.
final class FailingProbe: ForwardingStore {
    let store = MemoryStore()

    func probe() async throws(StoreError) {
        throw StoreError(.full, operation: "probe", description: "The disk is full.")
    }
}
