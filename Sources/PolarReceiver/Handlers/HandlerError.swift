/// Thrown by a handler to steer the dispatcher; any other error means "try again by the retry policy".
public struct HandlerError: Error, Sendable, CustomStringConvertible, VouchedError {
    /// What the dispatcher does next.
    package enum Disposition: Hashable, Sendable {
        case permanent
        case retry(after: Duration)
    }

    package let disposition: Disposition

    /// Why, in one line for the operator; stored with the delivery.
    ///
    /// Keep personal data and secrets out of it: unlike the text of any other error it is also logged.
    public let description: String

    /// The part of the text that is logged.
    package let logText: String

    /// Makes the delivery a dead letter now: trying again cannot help.
    public static func permanent(_ reason: String) -> HandlerError {
        permanent(reason, logText: reason)
    }

    /// Tries again after `delay` instead of the delay of the retry policy; it counts as an attempt like any other.
    public static func retry(
        after delay: Duration,
        _ reason: String = "The handler asked for a later attempt"
    ) -> HandlerError {
        HandlerError(disposition: .retry(after: delay), description: reason, logText: reason)
    }

    /// Makes the delivery a dead letter; only a part of the reason is logged.
    package static func permanent(_ reason: String, logText: String) -> HandlerError {
        HandlerError(disposition: .permanent, description: reason, logText: logText)
    }
}
