import EventStore
import Foundation
import Logging

/// What becomes of a delivery after an attempt.
enum DeliveryOutcome: Sendable {
    case succeeded

    /// Left out, because a newer event had been handled.
    case superseded

    case retry(after: Duration, FailureReason)

    /// The handler took too long; like a retry, but the delivery counts as slow.
    case timedOut(retryAfter: Duration, FailureReason)

    case dead(FailureReason)

    /// Back to pending, as if the attempt had not been.
    case returned

    var label: ReceiverMetrics.AttemptOutcome {
        switch self {
        case .succeeded: .success
        case .superseded: .superseded
        case .retry, .timedOut: .retry
        case .dead: .dead
        case .returned: .returned
        }
    }

    func result(now: Date) -> AttemptResult {
        switch self {
        case .succeeded: .succeeded
        case .superseded: .superseded
        case .retry(let delay, let reason): .retry(at: now + delay, error: reason.stored)
        case .timedOut(let delay, let reason): .timedOut(retryAt: now + delay, error: reason.stored)
        case .dead(let reason): .dead(error: reason.stored)
        case .returned: .returned
        }
    }

    func activity(of claimed: ClaimedDelivery, now: Date) -> Activity {
        Activity(
            activityKind,
            date: now,
            endpoint: claimed.message.endpoint,
            webhookID: claimed.message.webhookID,
            type: claimed.message.type,
            handler: claimed.handler,
            reason: reason?.stored
        )
    }

    private var activityKind: Activity.Kind {
        switch self {
        case .succeeded: .succeeded
        case .superseded: .superseded
        case .retry, .timedOut: .failed
        case .dead: .dead
        case .returned: .returned
        }
    }

    private var reason: FailureReason? {
        switch self {
        case .retry(_, let reason), .timedOut(_, let reason), .dead(let reason): reason
        case .succeeded, .superseded, .returned: nil
        }
    }

    func log(to logger: Logger) {
        switch self {
        case .succeeded:
            logger.info("Delivered")
        case .superseded:
            logger.info("Skipped, a newer event about the same subject was handled already")
        case .retry(let delay, let reason), .timedOut(let delay, let reason):
            let metadata: Logger.Metadata = [
                "delivery.next_attempt_in_seconds": "\(delay.components.seconds)", "error.message": "\(reason.logged)",
            ]
            logger.warning("Delivery failed, will retry", metadata: metadata)
        case .dead(let reason):
            let metadata: Logger.Metadata = ["error.message": "\(reason.logged)"]
            logger.error("Delivery failed for good, it is a dead letter now", metadata: metadata)
        case .returned:
            logger.notice("Delivery interrupted by the stop, will run again at the next start")
        }
    }
}
