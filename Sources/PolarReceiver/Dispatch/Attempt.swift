import EventStore
import Foundation
import Logging

/// One run of one delivery: calls the handler, watches its time, and ends in a verdict.
struct Attempt: Sendable {
    /// How a run ended.
    enum Verdict: Sendable {
        case succeeded
        case failed(any Error)
        case timedOut

        /// The receiver stopped before the handler was done.
        case interrupted
    }

    private enum Signal: Sendable {
        case finished(Result<Void, any Error>)
        case timeIsUp
    }

    let handler: RegisteredHandler
    let executor: ThreadExecutor
    let clock: any WallClock
    let metrics: ReceiverMetrics
    let claimed: ClaimedDelivery
    let logger: Logger

    /// Called when the time is over and the handler was cancelled, which it may ignore.
    let onOverdue: @Sendable () async -> Void

    /// Runs the handler; returns early only when the surrounding task is cancelled, and the handler's task with it.
    ///
    /// The handler gets a task of its own because a handler that ignores cancellation must not hold up the receiver's end;
    /// until it returns it keeps its place among the handler's concurrent deliveries.
    func run() async -> Verdict {
        guard !Task.isCancelled else { return .interrupted }
        let (signals, sink) = AsyncStream.makeStream(of: Signal.self)
        let call = Task(executorPreference: executor) {
            do {
                try await perform()
                sink.yield(.finished(.success(())))
            } catch {
                sink.yield(.finished(.failure(error)))
            }
        }
        let timer = Task {
            // A cancelled sleep means that the handler was in time.
            guard (try? await clock.sleep(for: handler.timeout)) != nil else { return }
            sink.yield(.timeIsUp)
        }
        defer {
            timer.cancel()
            call.cancel()
        }
        return await verdict(from: signals) { call.cancel() }
    }

    private func verdict(from signals: AsyncStream<Signal>, cancel: () -> Void) async -> Verdict {
        var isOverdue = false
        for await signal in signals {
            switch signal {
            case .finished(.success): return .succeeded
            // The error of an overdue handler is mostly the echo of its cancellation; a `HandlerError` is an answer.
            case .finished(.failure(let error)):
                return isOverdue && !(error is HandlerError) ? .timedOut : .failed(error)
            case .timeIsUp:
                isOverdue = true
                metrics.countTimeout(handler: handler.id)
                logger.warning("Handler exceeded its time-out and was cancelled")
                cancel()
                await onOverdue()
            }
        }
        return .interrupted
    }

    private func perform() async throws {
        let delivery = Delivery(claimed, deadline: .now + handler.timeout, logger: logger)
        guard let route = handler.events.route(for: delivery.event.type) else {
            throw HandlerError.permanent("The handler no longer registers for this event")
        }
        try await route.perform(delivery.event, delivery)
    }
}
