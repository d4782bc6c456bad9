import Foundation
import PolarReceiver

/// What a target answered.
struct ForwardAnswer {
    let target: ForwardTarget
    let status: Int
    var location: String?
    var retryAfter: String?

    /// The beginning of the body, in one line; it can repeat the event, so it is neither stored nor logged above debug.
    var text = ""

    /// Returns when the target took the event.
    ///
    /// - Throws: ``HandlerError`` where the answer says what comes next, ``ForwardFailure`` where the retry policy does.
    func check(_ clientErrors: ClientErrorRule, backoff: RetryPolicy, attempt: Int, now: Date = Date()) throws {
        if (200..<300).contains(status) { return }
        let failure = ForwardFailure(target, reason)
        if isFinal(clientErrors) { throw HandlerError.permanent(failure.description) }
        guard let retryAfter, let wait = RetryAfter.duration(retryAfter, now: now) else { throw failure }
        // Jitter on top, because the target tells everybody the same time.
        throw HandlerError.retry(after: wait + backoff.randomDelay(after: attempt), failure.description)
    }

    /// Whether another attempt cannot help.
    private func isFinal(_ clientErrors: ClientErrorRule) -> Bool {
        switch status {
        case 410: true
        case 408, 425, 429: false
        case 400..<500: clientErrors == .permanent
        default: false
        }
    }

    private var reason: String {
        if (300..<400).contains(status), let location {
            return "it answered \(status), a redirect to \(Self.host(location)), which is not followed; correct the url"
        }
        return "it answered \(status)"
    }

    /// Only the host, because the rest can hold a secret.
    private static func host(_ location: String) -> String {
        guard let host = URL(string: location)?.host() else { return "another path" }
        return AnswerText.line(Array(host.utf8))
    }
}

extension RetryPolicy {
    /// A delay as the policy draws them, whether or not there is an attempt left.
    fileprivate func randomDelay(after attempt: Int) -> Duration {
        var bound = baseDelay
        for _ in 1..<max(attempt, 1) where bound < maximumDelay { bound *= 2 }
        return min(bound, maximumDelay) * Double.random(in: 0..<1)
    }
}
