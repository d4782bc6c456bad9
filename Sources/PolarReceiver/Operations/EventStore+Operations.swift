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
        case .replay(let rows, let rule):
            let replayed = try await replay(messages: rows, rule, now: now)
            wake(Array(replayed.keys))
            return OperationOutcome(changed: replayed.values.reduce(0, +))
        case .dismiss(let rows, let handler, let states):
            return OperationOutcome(changed: try await dismiss(messages: rows, handler: handler, states: states))
        case .prune(let rows, let limit):
            let changed = try await prune(messages: rows, keepingIDsSince: limit)
            // What an operator prunes must not stay in a copy either.
            if changed > 0 { _ = try await removeCopies(madeBefore: .distantFuture) }
            return OperationOutcome(changed: changed)
        case .restore(let messages):
            let summary = try await restore(messages)
            wake(Array(summary.handlers))
            return OperationOutcome(changed: summary.stored)
        }
    }
}
