import EventStore
import Foundation
import HTTPServer
import Logging
import PolarEvents
import Synchronization

/// Claims the due deliveries of one handler, runs them side by side and records how they ended.
final class HandlerWorker: Sendable {
    private struct State {
        var running = 0

        /// How many of the running deliveries exceeded the time-out before.
        var slow = 0
        var isStopping = false

        /// When the last claim found nothing that was due all the same.
        var fruitlessDate: Date?
    }

    /// How many deliveries can be started now.
    private struct Room {
        let places: Int
        let slowPlaces: Int
    }

    /// How long to wait before looking for work again, unless woken.
    private enum Pause {
        case none
        case untilWoken
        case until(Date)
        case lasting(Duration)
    }

    /// How long the worker waits before it asks a failing store again.
    static let storeRetryDelay = Duration.seconds(1)

    let handler: RegisteredHandler
    private let context: DispatchContext
    private let executor: ThreadExecutor
    private let logger: Logger
    private let storeFailures = RateLimitedLog()
    private let work = WakeSignal()
    private let state = Mutex(State())

    init(handler: RegisteredHandler, context: DispatchContext) {
        self.handler = handler
        self.context = context
        executor = ThreadExecutor(handler: handler)
        var logger = context.logger
        logger[metadataKey: "handler.id"] = "\(handler.id)"
        self.logger = logger
    }

    /// Says that there may be something to claim.
    func wake() {
        work.signal()
    }

    /// Lets ``run()`` return once the running deliveries are done; nothing new is claimed.
    func stop() {
        state.withLock { $0.isStopping = true }
        work.signal()
    }

    /// Runs deliveries until stopped; cancelling the task interrupts the running ones.
    func run() async {
        await withDiscardingTaskGroup { group in
            while !state.withLock(\.isStopping), !Task.isCancelled {
                await wait(startDueDeliveries(in: &group))
            }
        }
    }

    /// Runs a suspect; returns when it has ended, or has exceeded its time-out and runs on.
    func runAlone(_ suspect: ClaimedDelivery, in group: inout DiscardingTaskGroup) async {
        let isOver = WakeSignal()
        start(suspect, in: &group) { isOver.signal() }
        await isOver.wait()
    }

    // MARK: Claiming

    /// Half of the places are only for deliveries that have not exceeded the time-out before, so that events which hang
    /// leave room for others.
    private var room: Room {
        let (running, slow) = state.withLock { ($0.running, $0.slow) }
        let places = handler.concurrencyLimit - running
        return Room(places: places, slowPlaces: min(places, max(1, handler.concurrencyLimit / 2) - slow))
    }

    /// Starts what is due and there is room for; returns when to look again.
    private func startDueDeliveries(in group: inout DiscardingTaskGroup) async -> Pause {
        let room = room
        guard room.places > 0 else { return .untilWoken }
        do {
            try await followClock()
            guard let next = try await nextDate(room) else { return .untilWoken }
            let now = context.clock.now
            guard next <= now else { return .until(next) }
            let claimed = try await claim(room, now: now)
            for delivery in claimed { start(delivery, in: &group) {} }
            return pause(after: claimed, due: next)
        } catch {
            report(error, "Cannot claim deliveries, will try again")
            return .lasting(Self.storeRetryDelay)
        }
    }

    private func nextDate(_ room: Room) async throws(StoreError) -> Date? {
        try await context.store.nextAttemptDate(for: handler.id, includingSlow: room.slowPlaces > 0)
    }

    private func claim(_ room: Room, now: Date) async throws(StoreError) -> [ClaimedDelivery] {
        let start = ContinuousClock.now
        defer { context.metrics.note(.claim, since: start) }
        return try await context.store.claimDeliveries(
            for: handler.id,
            limit: room.places,
            slowLimit: room.slowPlaces,
            now: now
        )
    }

    /// Looks again at once, unless two claims in a row found nothing for the same date: then the inbox is damaged.
    private func pause(after claimed: [ClaimedDelivery], due date: Date) -> Pause {
        state.withLock { state in
            let isRepeated = claimed.isEmpty && state.fruitlessDate == date
            state.fruitlessDate = claimed.isEmpty ? date : nil
            return isRepeated ? .lasting(Self.storeRetryDelay) : .none
        }
    }

    /// Moves the dates of the inbox when the clock was set: a delivery that waits then waits as long as before.
    private func followClock() async throws(StoreError) {
        guard let change = context.clockWatch.change() else { return }
        do throws(StoreError) {
            try await context.store.moveOpenDeliveries(by: change, now: context.clock.now)
        } catch {
            context.clockWatch.takeBack(change)
            throw error
        }
        context.logger.warning(
            "The clock was set; deliveries that wait for their next attempt wait as long as before",
            metadata: ["clock.change_seconds": "\(change.components.seconds)"]
        )
    }

    private func start(
        _ claimed: ClaimedDelivery,
        in group: inout DiscardingTaskGroup,
        isOver: @escaping @Sendable () -> Void
    ) {
        state.withLock { state in
            state.running += 1
            if claimed.isSlow { state.slow += 1 }
        }
        group.addTask {
            await self.deliver(claimed, onOverdue: isOver)
            self.state.withLock { state in
                state.running -= 1
                if claimed.isSlow { state.slow -= 1 }
            }
            isOver()
            self.work.signal()
        }
    }

    private func wait(_ pause: Pause) async {
        let clock = context.clock
        switch pause {
        case .none: return
        case .untilWoken: await work.wait()
        case .until(let date): await waitForWork { try await clock.sleep(until: date) }
        case .lasting(let duration): await waitForWork { try await clock.sleep(for: duration) }
        }
    }

    private func waitForWork(atMost sleep: @escaping @Sendable () async throws -> Void) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.work.wait() }
            group.addTask { try? await sleep() }  // cancelled: woken earlier
            await group.next()
            group.cancelAll()
        }
    }

    /// Says that the store fails, now and then while it goes on.
    private func report(_ error: StoreError, _ sentence: Logger.Message) {
        storeFailures.log(logger, .error, sentence) { ["error.message": "\(error)", "error.type": "\(error.code)"] }
    }

    // MARK: Delivering

    private func deliver(_ claimed: ClaimedDelivery, onOverdue: @escaping @Sendable () -> Void) async {
        let logger = claimed.logger(logger)
        let start = ContinuousClock.now
        let outcome = await run(claimed, logger, onOverdue: onOverdue)
        context.metrics.count(outcome.label, handler: handler.id, duration: .now - start)
        outcome.log(to: logger)
        await record(outcome.result(now: context.clock.now), of: claimed)
        context.feed.publish(outcome.activity(of: claimed, now: context.clock.now))
    }

    private func run(
        _ claimed: ClaimedDelivery,
        _ logger: Logger,
        onOverdue: @escaping @Sendable () -> Void
    ) async -> DeliveryOutcome {
        if claimed.isStale, handler.staleEvents == .skip { return .superseded }
        let verdict = await Attempt(
            handler: handler,
            executor: executor,
            clock: context.clock,
            metrics: context.metrics,
            claimed: claimed,
            logger: logger
        ) { [context] in
            // For the operator only: a store that fails now has other ways to say so.
            try? await context.store.noteOverdue(claimed.id, now: context.clock.now)
            onOverdue()
        }.run()
        return outcome(of: verdict, of: claimed, logger)
    }

    private func outcome(of verdict: Attempt.Verdict, of claimed: ClaimedDelivery, _ logger: Logger) -> DeliveryOutcome
    {
        switch verdict {
        case .succeeded: return .succeeded
        case .interrupted: return .returned
        case .timedOut:
            let reason = FailureReason("The handler exceeded its time-out of \(handler.timeout)")
            guard let delay = delay(after: claimed.attempt) else { return .dead(reason) }
            return .timedOut(retryAfter: delay, reason)
        case .failed(let error):
            logger.debug("The handler threw an error", metadata: ["error.value": "\(FailureReason.cut("\(error)"))"])
            return failure(error, attempt: claimed.attempt)
        }
    }

    private func failure(_ error: any Error, attempt: Int) -> DeliveryOutcome {
        let reason = FailureReason(error)
        let disposition = (error as? HandlerError)?.disposition
        guard disposition != .permanent, let planned = delay(after: attempt) else { return .dead(reason) }
        guard case .retry(let delay) = disposition else { return .retry(after: planned, reason) }
        return .retry(after: max(delay, .zero), reason)
    }

    private func delay(after attempt: Int) -> Duration? {
        handler.retryPolicy.delay(after: attempt, jitter: context.jitter())
    }

    /// Records a result, again and again while the store fails: the delivery is done and must not run a second time.
    ///
    /// Gives up when the receiver stops; the next start then counts the run as interrupted and repeats it.
    private func record(_ result: AttemptResult, of claimed: ClaimedDelivery) async {
        while true {
            let start = ContinuousClock.now
            defer { context.metrics.note(.record, since: start) }
            do {
                return try await context.store.record(result, of: claimed.id, now: context.clock.now)
            } catch {
                report(error, "Cannot record a delivery, will try again")
            }
            // Thrown only by a cancelled task: the receiver stops.
            guard (try? await context.clock.sleep(for: Self.storeRetryDelay)) != nil else { return }
        }
    }
}
