import EventStore
import Foundation
import HTTPServer
import Logging
import Synchronization

/// Runs one worker per handler and ends them together.
final class Dispatcher: Sendable {
    private let workers: [HandlerID: HandlerWorker]
    private let context: DispatchContext
    private let failures = RateLimitedLog()
    private let isStopping = Atomic(false)
    private let stopRequests: AsyncStream<Duration>
    private let stopSink: AsyncStream<Duration>.Continuation

    init(handlers: [RegisteredHandler], context: DispatchContext) {
        self.context = context
        workers = Dictionary(
            uniqueKeysWithValues: handlers.map { ($0.id, HandlerWorker(handler: $0, context: context)) }
        )
        (stopRequests, stopSink) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(1))
    }

    /// Says that these handlers have new deliveries.
    func wake(_ handlers: [HandlerID]) {
        for handler in handlers {
            workers[handler]?.wake()
        }
    }

    /// Lets ``run()`` return: at once when nothing runs, else when it is done or `grace` is over.
    func stop(grace: Duration) {
        isStopping.store(true, ordering: .relaxed)
        workers.values.forEach { $0.stop() }
        stopSink.yield(grace)
    }

    /// Takes up what an earlier process left unfinished, then runs deliveries until stopped or cancelled.
    func run() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.runWorkers() }
            group.addTask { await self.waitForStop() }
            group.addTask { await self.lookAtClock() }
            await group.next()
            group.cancelAll()
        }
    }

    private func runWorkers() async {
        let suspicious = workers.values.filter(\.handler.canEndProcess)
        let harmless = workers.values.filter { !$0.handler.canEndProcess }
        await recover(harmless: Set(harmless.map(\.handler.id)))
        await withDiscardingTaskGroup { group in
            for worker in harmless {
                group.addTask { await worker.run() }
            }
            await runSuspects(of: Set(suspicious.map(\.handler.id)), in: &group)
            for worker in suspicious {
                group.addTask { await worker.run() }
            }
            // A receiver without handlers stores messages all the same and runs until it is stopped.
            if workers.isEmpty { group.addTask { await WakeSignal().wait() } }
        }
    }

    /// Runs what an earlier process was running at its end, one delivery at a time.
    ///
    /// Until then nothing else runs that can end the process, so that a further end tells which delivery is the cause.
    /// Each suspect has the time-out of its handler; one that ignores its cancellation holds up the others no longer.
    private func runSuspects(of handlers: Set<HandlerID>, in group: inout DiscardingTaskGroup) async {
        while !isStopping.load(ordering: .relaxed), !Task.isCancelled, !handlers.isEmpty {
            do {
                guard let suspect = try await context.store.claimSuspect(of: handlers, now: context.clock.now) else {
                    return
                }
                await workers[suspect.handler]?.runAlone(suspect, in: &group)
            } catch {
                failures.log(context.logger, .error, "Cannot claim suspects, will try again") {
                    ["error.message": "\(error)", "error.type": "\(error.code)"]
                }
                try? await context.clock.sleep(for: HandlerWorker.storeRetryDelay)  // cancelled: the loop ends
            }
        }
    }

    /// Takes up unfinished deliveries, again and again while the store fails.
    private func recover(harmless: Set<HandlerID>) async {
        while !isStopping.load(ordering: .relaxed), !Task.isCancelled {
            do {
                let now = context.clock.now
                return try await context.store.recoverRunningDeliveries(harmless: harmless, now: now)
                    .log(to: context.logger)
            } catch {
                failures.log(context.logger, .error, "Cannot take up unfinished deliveries, will try again") {
                    ["error.message": "\(error)", "error.type": "\(error.code)"]
                }
            }
            try? await context.clock.sleep(for: HandlerWorker.storeRetryDelay)  // cancelled: the loop ends
        }
    }

    /// Wakes all workers from time to time: before a claim each sees whether the date was set.
    private func lookAtClock() async {
        while !Task.isCancelled {
            await context.clock.nextLook()
            workers.values.forEach { $0.wake() }
        }
    }

    private func waitForStop() async {
        for await grace in stopRequests {
            guard !workers.isEmpty else { return }
            try? await context.clock.sleep(for: grace)  // cancelled: all are done
            return
        }
    }
}
