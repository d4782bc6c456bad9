import Foundation

/// A delivery as ``MemoryStore`` keeps it.
struct StoredDelivery {
    /// The index of the message.
    let message: Int

    let handler: HandlerID
    private(set) var lane: String?
    private(set) var topic: String?
    var place: LanePlace?
    var state = DeliveryState.pending
    var attempt = 0

    /// How often it was replayed as a new one.
    var generation = 0

    /// At how many ends of a process it was the only suspect that ran.
    var interruptions = 0

    /// Whether it ran when a process ended, and has not ended a run since.
    var isSuspect = false

    /// Whether an attempt exceeded the handler's time-out.
    var isSlow = false

    /// When it exceeded its time-out, if it runs on.
    var overdueSince: Date?

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
        startedAt = attempts.last?.startedAt
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
            overdueSince: state == .running ? overdueSince : nil,
            isBlocked: place == .blocked,
            isOvertaken: place == .overtaken
        )
    }

    // MARK: Changes

    mutating func claim(now: Date) {
        state = .running
        attempt += 1
        startedAt = now
        overdueSince = nil
    }

    mutating func apply(_ result: AttemptResult, now: Date) {
        interruptions = 0
        isSuspect = false
        switch result {
        case .succeeded: finish(.succeeded)
        case .superseded: finish(.superseded)
        case .retry(let date, let error):
            fail(error, now: now)
            state = .pending
            due = date
        case .timedOut(let date, let error):
            fail(error, now: now)
            state = .pending
            due = date
            isSlow = true
        case .dead(let error):
            fail(error, now: now)
            state = .dead
        case .returned:
            state = .pending
            attempt -= 1
        }
    }

    /// Pending again, or dead after too many ends of a process at which it was the only suspect.
    mutating func recover(isSuspect: Bool, isAlone: Bool, now: Date) {
        if isAlone { interruptions += 1 }
        fail(isAlone ? RecoverySummary.crash : RecoverySummary.interruption, now: now)
        state = interruptions < RecoverySummary.crashLimit ? .pending : .dead
        self.isSuspect = isSuspect && state == .pending
    }

    /// Lets an open delivery wait as long as it was meant to, where its dates are of a clock that was set back since.
    mutating func beginAnew(ifSetBackTo now: Date) {
        guard state == .pending else { return }
        if let started = startedAt, started > now {
            if due > now { due = now.addingTimeInterval(max(0, due.timeIntervalSince(started))) }
            startedAt = now
        } else if attempt == 0, due > now {
            due = now
        }
        failingSince = failingSince.map { min($0, now) }
    }

    /// Moves the dates with a clock that was set, unless they were taken from it since.
    mutating func move(by seconds: TimeInterval, now: Date) {
        let taken = attempt == 0 ? due : startedAt ?? due
        guard seconds > 0 ? taken <= now - seconds : taken > now || taken < now - 60 else { return }
        due = due.addingTimeInterval(seconds)
        startedAt = startedAt?.addingTimeInterval(seconds)
        failingSince = failingSince?.addingTimeInterval(seconds)
        overdueSince = overdueSince?.addingTimeInterval(seconds)
    }

    mutating func revive(asNew: Bool, now: Date) {
        state = .pending
        if asNew { generation += 1 }
        attempt = 0
        interruptions = 0
        isSuspect = false
        isSlow = false
        failingSince = nil
        due = now
    }

    /// Forgets what tells of its message.
    mutating func clear() {
        lane = nil
        topic = nil
        lastError = nil
        attempts = []
    }

    private mutating func finish(_ state: DeliveryState) {
        self.state = state
        failingSince = nil
        lastError = nil
    }

    private mutating func fail(_ error: String, now: Date) {
        lastError = error
        failingSince = failingSince ?? now
        // A clock that was set back meanwhile must not make the run end before it began.
        let start = min(startedAt ?? due, now)
        attempts.append(AttemptRecord(attempt: attempt, startedAt: start, endedAt: now, error: error))
    }
}
