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
            await group.next()
            group.cancelAll()
        }
    }

    private func runWorkers() async {
        await recover()
        await withDiscardingTaskGroup { group in
            for worker in workers.values {
                group.addTask { await worker.run() }
            }
            // A receiver without handlers stores messages all the same and runs until it is stopped.
            if workers.isEmpty { group.addTask { await WakeSignal().wait() } }
        }
    }

    /// Takes up unfinished deliveries, again and again while the store fails.
    private func recover() async {
        while !isStopping.load(ordering: .relaxed), !Task.isCancelled {
            do {
                return try await context.store.recoverRunningDeliveries(now: context.clock.now).log(to: context.logger)
            } catch {
                failures.log(context.logger, .error, "Cannot take up unfinished deliveries, will try again") {
                    ["error.message": "\(error)", "error.type": "\(error.code)"]
                }
            }
            try? await context.clock.sleep(for: HandlerWorker.storeRetryDelay)  // cancelled: the loop ends
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
