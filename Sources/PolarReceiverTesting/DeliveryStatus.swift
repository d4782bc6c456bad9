public import EventStore
public import Foundation

/// Where the delivery of a message to one handler stands.
public struct DeliveryStatus: Hashable, Sendable, CustomStringConvertible {
    /// The `webhook-id` of the message.
    public let webhookID: String

    /// The handler it is for.
    public let handler: HandlerID

    /// Where it stands.
    public let state: DeliveryState

    /// The number of attempts so far, since the last replay or redelivery that made it pending again.
    public let attempt: Int

    /// When the next attempt is due, for a pending one.
    public let nextAttemptAt: Date?

    /// Whether it waits for an earlier event about the same subject.
    public let isBlocked: Bool

    /// How often it was replayed as a new one.
    public let generation: Int

    /// Why the last attempt failed, nil after a success.
    public let lastError: String?

    /// All failed attempts, oldest first.
    public let failures: [AttemptRecord]

    init(_ delivery: MessageRecord.Delivery, of message: StoredMessage, failures: [AttemptRecord]) {
        webhookID = message.webhookID
        handler = delivery.handler
        state = delivery.state
        attempt = delivery.attempt
        nextAttemptAt = delivery.nextAttemptAt
        isBlocked = delivery.isBlocked
        generation = delivery.generation
        lastError = delivery.lastError
        self.failures = failures
    }

    /// One line, for messages of failed tests.
    public var description: String {
        let next = nextAttemptAt.map { ", due at \($0.polarText)" } ?? ""
        let reason = lastError.map { ", last error: \($0)" } ?? ""
        return "\(webhookID) to \(handler) is \(state), attempt \(attempt)\(isBlocked ? ", blocked" : next)\(reason)"
    }

    /// Whether it stays in this state until the clock moves or an operator acts.
    func isAtRest(at now: Date) -> Bool {
        switch state {
        case .running: false
        case .pending: isBlocked || (nextAttemptAt.map { $0 > now } ?? true)
        case .succeeded, .dead, .dismissed, .superseded: true
        }
    }
}
