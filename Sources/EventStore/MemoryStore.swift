public import Foundation
import Synchronization

/// A store in memory: for tests and trials, gone with the process.
public final class MemoryStore: EventStore {
    private struct MessageKey: Hashable {
        let endpoint: String
        let webhookID: String
    }

    private struct StoredDelivery {
        let message: Int
        let handler: HandlerID
        var state = DeliveryState.pending
        var attempt = 0
        var interruptions = 0
        var nextAttempt: Date?
        var lastError: String?
    }

    private struct State {
        var messages: [NewMessage] = []
        var indices: [MessageKey: Int] = [:]
        var deliveries: [StoredDelivery] = []
        var isClosed = false
    }

    private let state = Mutex(State())

    /// Makes an empty store.
    public init() {}

    public func append(
        _ message: NewMessage,
        completion: @escaping @Sendable (Result<AppendOutcome, StoreError>) -> Void
    ) {
        completion(state.withLock { Self.append(message, to: &$0) })
    }

    public func claimDeliveries(
        for handler: HandlerID,
        limit: Int,
        now: Date
    ) async throws(StoreError) -> [ClaimedDelivery] {
        try access("claim") { state in
            let due = state.deliveries.indices.filter { index in
                let delivery = state.deliveries[index]
                guard delivery.handler == handler, delivery.state == .pending else { return false }
                return (delivery.nextAttempt ?? now) <= now
            }
            return due.prefix(max(0, limit)).map { index in
                state.deliveries[index].state = .running
                state.deliveries[index].attempt += 1
                return Self.claimed(index, state)
            }
        }
    }

    public func record(_ result: AttemptResult, of delivery: Int64, now: Date) async throws(StoreError) {
        try access("record") { state in
            guard let index = Int(exactly: delivery), state.deliveries.indices.contains(index),
                state.deliveries[index].state == .running
            else { return }
            state.deliveries[index].apply(result, now: now)
        }
    }

    public func nextAttemptDate(for handler: HandlerID) async throws(StoreError) -> Date? {
        try access("next") { state in
            state.deliveries.lazy.filter { $0.handler == handler && $0.state == .pending }.compactMap(\.nextAttempt).min()
        }
    }

    public func recoverRunningDeliveries(now: Date) async throws(StoreError) -> RecoverySummary {
        try access("recover") { state in
            var resumed = 0
            var crashed = 0
            for index in state.deliveries.indices where state.deliveries[index].state == .running {
                if state.deliveries[index].recover(now: now) { resumed += 1 } else { crashed += 1 }
            }
            return RecoverySummary(resumed: resumed, crashed: crashed)
        }
    }

    public func messages(limit: Int) async throws(StoreError) -> [MessageRecord] {
        try access("messages") { state in
            state.messages.indices.suffix(max(0, limit)).reversed().map { index in
                let deliveries = state.deliveries.filter { $0.message == index }.map(\.record)
                return MessageRecord(message: state.messages[index], deliveries: deliveries)
            }
        }
    }

    public func probe() async throws(StoreError) {
        try access("probe") { _ in }
    }

    public func close() async {
        state.withLock { $0.isClosed = true }
    }

    private func access<Value: Sendable>(
        _ operation: String,
        _ body: (inout State) -> Value
    ) throws(StoreError) -> Value {
        try state.withLock { state throws(StoreError) in
            guard !state.isClosed else { throw .isClosed(operation) }
            return body(&state)
        }
    }

    private static func append(_ message: NewMessage, to state: inout State) -> Result<AppendOutcome, StoreError> {
        guard !state.isClosed else { return .failure(.isClosed("append")) }
        let key = MessageKey(endpoint: message.endpoint, webhookID: message.webhookID)
        if let index = state.indices[key] {
            return .success(reviveDeadDeliveries(of: index, now: message.receivedAt, in: &state))
        }
        let index = state.messages.count
        state.indices[key] = index
        state.messages.append(message)
        for handler in message.handlers {
            var delivery = StoredDelivery(message: index, handler: handler)
            delivery.nextAttempt = message.receivedAt
            state.deliveries.append(delivery)
        }
        return .success(.accepted)
    }

    private static func reviveDeadDeliveries(of message: Int, now: Date, in state: inout State) -> AppendOutcome {
        var revived: [HandlerID] = []
        for index in state.deliveries.indices
        where state.deliveries[index].message == message && state.deliveries[index].state == .dead {
            state.deliveries[index].revive(now: now)
            revived.append(state.deliveries[index].handler)
        }
        return revived.isEmpty ? .duplicate : .retrying(revived)
    }

    private static func claimed(_ index: Int, _ state: State) -> ClaimedDelivery {
        let delivery = state.deliveries[index]
        let message = state.messages[delivery.message]
        return ClaimedDelivery(
            id: Int64(index),
            handler: delivery.handler,
            attempt: delivery.attempt,
            message: ClaimedDelivery.Message(
                endpoint: message.endpoint,
                webhookID: message.webhookID,
                type: message.type,
                body: message.body,
                receivedAt: message.receivedAt
            )
        )
    }
}

extension MemoryStore.StoredDelivery {
    fileprivate var record: MessageRecord.Delivery {
        MessageRecord.Delivery(
            handler: handler,
            state: state,
            attempt: attempt,
            nextAttemptAt: nextAttempt,
            lastError: lastError
        )
    }

    fileprivate mutating func apply(_ result: AttemptResult, now: Date) {
        interruptions = 0
        nextAttempt = nil
        switch result {
        case .succeeded:
            state = .succeeded
            lastError = nil
        case .retry(let date, let error):
            state = .pending
            nextAttempt = date
            lastError = error
        case .dead(let error):
            state = .dead
            lastError = error
        case .returned:
            state = .pending
            nextAttempt = now
            attempt -= 1
        }
    }

    /// Pending again, or dead after too many runs that ended with the process; says which.
    fileprivate mutating func recover(now: Date) -> Bool {
        interruptions += 1
        let isResumed = interruptions < RecoverySummary.crashLimit
        state = isResumed ? .pending : .dead
        nextAttempt = isResumed ? now : nil
        lastError = "crashed"
        return isResumed
    }

    fileprivate mutating func revive(now: Date) {
        state = .pending
        attempt = 0
        interruptions = 0
        nextAttempt = now
    }
}

extension StoreError {
    /// The error of every call after ``EventStore/close()``.
    package static func isClosed(_ operation: String) -> StoreError {
        StoreError(.closed, operation: operation, description: "The event store is closed; the receiver is stopping.")
    }
}
