public import EventStore
import Foundation

extension TestReceiver {
    /// Returns the deliveries of a message once they are in a state; the clock stands still meanwhile.
    ///
    /// A pending delivery that is due counts as running: `.pending` means that it waits for its next attempt, or for an
    /// earlier event.
    ///
    /// - Parameters:
    ///   - message: the message.
    ///   - handler: the handler whose delivery is meant, nil for all of them.
    ///   - state: the state.
    /// - Throws: ``TestReceiverError`` as soon as nothing runs and nothing is due, so that it would never come; also when the
    ///   patience is over.
    @discardableResult
    public func wait(
        for message: Message,
        to handler: HandlerID? = nil,
        in state: DeliveryState
    ) async throws -> [DeliveryStatus] {
        let goal = "the message \(message.id)\(Self.phrase(" to ", handler)) to be \(state)"
        return try await until(goal) {
            // Asked before the look: what was quiet then stays as it is.
            let isQuiet = try await isQuiet()
            let all = try await deliveries(of: message)
            let meant = all.filter { handler == nil || $0.handler == handler }
            if !meant.isEmpty, meant.allSatisfy({ $0.state == state && (state != .pending || isAtRest($0)) }) {
                return meant
            }
            guard !isQuiet else {
                throw TestReceiverError(
                    description: "Waited for \(goal), but nothing runs and nothing is due: \(Self.list(all))"
                )
            }
            return nil
        }
    }

    /// Lets time pass: everything that comes due on the way is attempted at its moment, and done before it returns.
    ///
    /// It begins when nothing runs. To let a running handler exceed its time-out, move the ``clock`` itself.
    ///
    /// - Throws: ``TestReceiverError`` when a handler does not return in the test's patience.
    public func advance(by duration: Duration) async throws {
        try await move(until: clock.now + duration / .seconds(1))
    }

    /// Lets time pass until nothing is pending: every retry happens, each at its moment.
    ///
    /// - Returns: all deliveries, as they are for good.
    /// - Throws: ``TestReceiverError`` when that does not come about in the test's patience.
    @discardableResult
    public func settle() async throws -> [DeliveryStatus] {
        try await move(until: .distantFuture)
        return try await deliveries()
    }

    // MARK: Moving the clock

    /// Moves the clock from one due date to the next, and in the end to `end` unless that is in the distant future.
    private func move(until end: Date) async throws {
        let goal = "every handler to be done"
        let deadline = ContinuousClock.now + patience
        while true {
            _ = try await until(goal, before: deadline) { try await isQuiet() ? true : nil }
            // Sums of dates and durations may fall short of each other by a rounding.
            guard let next = try await earliestAttemptDate(), next < end + 0.000_001 else { break }
            // Deliveries may fail again and again for ever.
            guard ContinuousClock.now < deadline else { throw try await overdue(goal) }
            setClock(to: next)
        }
        if end < .distantFuture { setClock(to: end) }
    }

    private func setClock(to date: Date) {
        let distance = date.timeIntervalSince(clock.now)
        guard distance > 0 else { return }
        clock.advance(by: .seconds(distance))
        clock.setDate(date)  // to the last bit
    }

    // MARK: Looking

    private func isAtRest(_ delivery: DeliveryStatus) -> Bool {
        delivery.isAtRest(at: clock.now)
    }

    /// Whether nothing happens any more until the clock moves or the test acts.
    private func isQuiet() async throws -> Bool {
        let now = clock.now
        let before = try await records()
        let isAtRest = before.allSatisfy { record in
            record.deliveries.allSatisfy { DeliveryStatus($0, of: record.message, failures: []).isAtRest(at: now) }
        }
        guard isAtRest else { return false }
        // At this moment an event may come to pass one that fails, which no delivery shows.
        if let next = try await earliestAttemptDate(), next <= now { return false }
        return try await records() == before
    }

    private func earliestAttemptDate() async throws -> Date? {
        var dates: [Date] = []
        for handler in handlers {
            if let date = try await store.nextAttemptDate(for: handler) { dates.append(date) }
        }
        return dates.min()
    }

    /// Returns what `look` finds in the end; it looks again after every change in the store.
    private func until<Value>(
        _ goal: String,
        before deadline: ContinuousClock.Instant? = nil,
        _ look: () async throws -> Value?
    ) async throws -> Value {
        let deadline = deadline ?? .now + patience
        let changes = store.changed.changes()
        async let _: Void = {
            // Cancelled: it was found.
            try? await Task.sleep(until: deadline, clock: .continuous)
            store.changed.signal()
        }()
        for await _ in changes {
            if let value = try await look() { return value }
            guard ContinuousClock.now < deadline else { throw try await overdue(goal) }
        }
        throw CancellationError()
    }

    private func overdue(_ goal: String) async throws -> TestReceiverError {
        TestReceiverError(description: "Waited \(patience) for \(goal): \(Self.list(try await deliveries()))")
    }
}
