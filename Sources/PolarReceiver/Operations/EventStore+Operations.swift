public import EventStore
public import Foundation

extension EventStore {
    /// Makes a change that an operator asks for; `wake` gets the handlers that have something to run then.
    ///
    /// - Throws: ``StoreError``.
    public func perform(
        _ operation: Operation,
        now: Date,
        wake: ([HandlerID]) -> Void = { _ in }
    ) async throws(StoreError) -> OperationOutcome {
        switch operation {
        case .replay(let rows, let handler, let states):
            let replayed = try await replay(messages: rows, handler: handler, states: states, now: now)
            wake(Array(replayed.keys))
            return OperationOutcome(deliveries: replayed.values.reduce(0, +))
        case .dismiss(let rows, let handler):
            return OperationOutcome(deliveries: try await dismiss(messages: rows, handler: handler))
        }
    }
}
