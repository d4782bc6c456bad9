import EventStore
import Foundation
import HTTPServer
import Logging
import Synchronization

/// Claims the due deliveries of one handler, runs them side by side and records how they ended.
final class HandlerWorker: Sendable {
    private struct State {
        var running = 0
        var isStopping = false
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

    /// How much of an error's text is stored with a delivery, in characters.
    private static let errorTextLimit = 1_000

    private let handler: RegisteredHandler
    private let context: DispatchContext
    private let executor: HandlerExecutor
    private let logger: Logger
    private let storeFailures = RateLimitedLog()
    private let work = WakeSignal()
    private let state = Mutex(State())

    init(handler: RegisteredHandler, context: DispatchContext) {
        self.handler = handler
        self.context = context
        executor = HandlerExecutor(handler: handler)
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

    // MARK: Claiming

    /// Starts what is due and there is room for; returns when to look again.
    private func startDueDeliveries(in group: inout DiscardingTaskGroup) async -> Pause {
        let free = handler.concurrencyLimit - state.withLock(\.running)
        guard free > 0 else { return .untilWoken }
        do {
            guard let next = try await context.store.nextAttemptDate(for: handler.id) else { return .untilWoken }
            let now = context.clock.now
            guard next <= now else { return .until(next) }
            let start = ContinuousClock.now
            defer { context.metrics.note(.claim, since: start) }
            for claimed in try await context.store.claimDeliveries(for: handler.id, limit: free, now: now) {
                self.start(claimed, in: &group)
            }
            return .none
        } catch {
            report(error, "Cannot claim deliveries, will try again")
            return .lasting(Self.storeRetryDelay)
        }
    }

    private func start(_ claimed: ClaimedDelivery, in group: inout DiscardingTaskGroup) {
        state.withLock { $0.running += 1 }
        group.addTask {
            await self.deliver(claimed)
            self.state.withLock { $0.running -= 1 }
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

    private func deliver(_ claimed: ClaimedDelivery) async {
        let logger = claimed.logger(logger)
        let start = ContinuousClock.now
        let outcome = await run(claimed, logger)
        context.metrics.count(outcome.label, handler: handler.id, duration: .now - start)
        outcome.log(to: logger)
        await record(outcome.result(now: context.clock.now), of: claimed)
        context.feed.publish(outcome.activity(of: claimed, now: context.clock.now))
    }

    private func run(_ claimed: ClaimedDelivery, _ logger: Logger) async -> DeliveryOutcome {
        if claimed.isStale, handler.staleEvents == .skip { return .superseded }
        let verdict = await Attempt(
            handler: handler,
            executor: executor,
            clock: context.clock,
            metrics: context.metrics,
            claimed: claimed,
            logger: logger
        ).run()
        return outcome(of: verdict, attempt: claimed.attempt)
    }

    private func outcome(of verdict: Attempt.Verdict, attempt: Int) -> DeliveryOutcome {
        switch verdict {
        case .succeeded: .succeeded
        case .interrupted: .returned
        case .timedOut: failure("The handler exceeded its time-out of \(handler.timeout)", after: nil, attempt: attempt)
        case .failed(let error): failure(error, attempt: attempt)
        }
    }

    private func failure(_ error: any Error, attempt: Int) -> DeliveryOutcome {
        let reason = String(String(describing: error).prefix(Self.errorTextLimit))
        return switch (error as? HandlerError)?.disposition {
        case .permanent: .dead(reason: reason)
        case .retry(let delay): failure(reason, after: delay, attempt: attempt)
        case nil: failure(reason, after: nil, attempt: attempt)
        }
    }

    private func failure(_ reason: String, after delay: Duration?, attempt: Int) -> DeliveryOutcome {
        guard let planned = handler.retryPolicy.delay(after: attempt, jitter: context.jitter()) else {
            return .dead(reason: reason)
        }
        return .retry(after: max(delay ?? planned, .zero), reason: reason)
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
