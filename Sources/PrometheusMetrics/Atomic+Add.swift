import Synchronization

extension Atomic where Value == Double {
    /// Adds without a lock: tries again when another thread was faster.
    func add(_ amount: Double) {
        var old = load(ordering: .relaxed)
        while true {
            let (done, current) = weakCompareExchange(expected: old, desired: old + amount, ordering: .relaxed)
            if done { return }
            old = current
        }
    }
}
