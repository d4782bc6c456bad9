import Synchronization

/// A value that several tasks of a test change.
final class Shared<Value: Sendable>: Sendable {
    private let state: Mutex<Value>

    init(_ value: Value) {
        state = Mutex(value)
    }

    var value: Value { state.withLock { $0 } }

    /// Returns the value after the change.
    @discardableResult
    func change(_ change: (inout Value) -> Void) -> Value {
        state.withLock { value in
            change(&value)
            return value
        }
    }
}
