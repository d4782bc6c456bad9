import EventStore
import Foundation
import PolarReceiverTesting
import Synchronization

/// A store that knows on which threads its summary is asked for, and can hold those who ask.
final class WatchedStore: ForwardingStore {
    let store = MemoryStore()
    private let asked = Mutex<[(name: String?, niceness: Int32)]>([])
    private let isOpen: Mutex<Bool>

    init(isHeld: Bool = false) {
        isOpen = Mutex(!isHeld)
    }

    var threads: [(name: String?, niceness: Int32)] { asked.withLock { $0 } }

    /// Answers whoever asks from now on, and those who wait.
    func letGo() {
        isOpen.withLock { $0 = true }
    }

    private func note() {
        asked.withLock { $0.append((Thread.current.name, getpriority(Int32(PRIO_PROCESS.rawValue), 0))) }
    }

    func summary() async throws(StoreError) -> InboxSummary {
        note()
        while !isOpen.withLock({ $0 }) { await Task.yield() }
        return try await store.summary()
    }
}
