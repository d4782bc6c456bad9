import Foundation

/// A delivery as ``MemoryStore`` keeps it.
struct StoredDelivery {
    /// The index of the message.
    let message: Int

    let handler: HandlerID
    var state = DeliveryState.pending
    var attempt = 0

    /// How many runs in a row ended with the process.
    var interruptions = 0

    /// When it is, or was, due.
    var due: Date

    var lastError: String?

    init(message: Int, handler: HandlerID, due: Date) {
        self.message = message
        self.handler = handler
        self.due = due
    }

    var record: MessageRecord.Delivery {
        MessageRecord.Delivery(
            handler: handler,
            state: state,
            attempt: attempt,
            nextAttemptAt: state == .pending ? due : nil,
            lastError: lastError
        )
    }

    mutating func claim() {
        state = .running
        attempt += 1
    }

    mutating func apply(_ result: AttemptResult) {
        interruptions = 0
        switch result {
        case .succeeded:
            state = .succeeded
            lastError = nil
        case .retry(let date, let error):
            state = .pending
            due = date
            lastError = error
        case .dead(let error):
            state = .dead
            lastError = error
        case .returned:
            state = .pending
            attempt -= 1
        }
    }

    /// Pending again, or dead after too many runs that ended with the process.
    mutating func recover() {
        interruptions += 1
        state = interruptions < RecoverySummary.crashLimit ? .pending : .dead
        lastError = "crashed"
    }

    mutating func revive(now: Date) {
        state = .pending
        attempt = 0
        interruptions = 0
        due = now
    }
}
