import Foundation

/// A delivery as ``MemoryStore`` keeps it.
struct StoredDelivery {
    /// The index of the message.
    let message: Int

    let handler: HandlerID
    let lane: String?
    let topic: String?
    var place: LanePlace?
    var state = DeliveryState.pending
    var attempt = 0

    /// How often it was replayed as a new one.
    var generation = 0

    /// How many runs in a row ended with the process.
    var interruptions = 0

    /// When it is, or was, due.
    var due: Date

    /// When it was claimed last.
    var startedAt: Date?

    /// When the first of the failures happened that followed each other without a success.
    var failingSince: Date?

    var lastError: String?
    var attempts: [AttemptRecord] = []

    init(_ delivery: NewDelivery, message: Int, due: Date) {
        self.message = message
        handler = delivery.handler
        lane = delivery.lane
        topic = delivery.topic
        self.due = due
    }

    /// A delivery of another inbox; one that ran there is pending.
    init(_ record: MessageRecord.Delivery, _ attempts: [AttemptRecord], message: Int, due: Date) {
        self.init(
            NewDelivery(handler: record.handler, lane: record.lane, topic: record.topic),
            message: message,
            due: due
        )
        state = record.state == .running ? .pending : record.state
        attempt = record.attempt
        generation = record.generation
        place = record.isOvertaken ? .overtaken : nil
        lastError = record.lastError
        self.attempts = attempts
        failingSince = state == .pending ? attempts.first?.endedAt : nil
    }

    var laneKey: HandlerKey? { lane.map { HandlerKey(handler, $0) } }
    var topicKey: HandlerKey? { topic.map { HandlerKey(handler, $0) } }

    var isRunnable: Bool { state == .pending && place != .blocked }

    var record: MessageRecord.Delivery {
        MessageRecord.Delivery(
            handler: handler,
            state: state,
            attempt: attempt,
            nextAttemptAt: state == .pending ? due : nil,
            lastError: lastError,
            lane: lane,
            topic: topic,
            generation: generation,
            isBlocked: place == .blocked,
            isOvertaken: place == .overtaken
        )
    }

    // MARK: Changes

    mutating func claim(now: Date) {
        state = .running
        attempt += 1
        startedAt = now
    }

    mutating func apply(_ result: AttemptResult, now: Date) {
        interruptions = 0
        switch result {
        case .succeeded: finish(.succeeded)
        case .superseded: finish(.superseded)
        case .retry(let date, let error):
            fail(error, now: now)
            state = .pending
            due = date
        case .dead(let error):
            fail(error, now: now)
            state = .dead
        case .returned:
            state = .pending
            attempt -= 1
        }
    }

    /// Pending again, or dead after too many runs that ended with the process.
    mutating func recover(now: Date) {
        interruptions += 1
        fail("crashed", now: now)
        state = interruptions < RecoverySummary.crashLimit ? .pending : .dead
    }

    mutating func revive(asNew: Bool, now: Date) {
        state = .pending
        if asNew { generation += 1 }
        attempt = 0
        interruptions = 0
        failingSince = nil
        due = now
    }

    private mutating func finish(_ state: DeliveryState) {
        self.state = state
        failingSince = nil
        lastError = nil
    }

    private mutating func fail(_ error: String, now: Date) {
        lastError = error
        failingSince = failingSince ?? now
        attempts.append(AttemptRecord(attempt: attempt, startedAt: startedAt ?? due, endedAt: now, error: error))
    }
}
