import Synchronization

/// The state behind its lock.
final class SharedState: Sendable {
    private let state: Mutex<SimulatorState>

    init(_ options: SimulatorOptions) {
        state = Mutex(SimulatorState(options))
    }

    func withLock<Value: Sendable>(_ body: (inout sending SimulatorState) -> sending Value) -> Value {
        state.withLock { body(&$0) }
    }
}
