public import Foundation

/// How a run of a delivery ended.
public enum AttemptResult: Hashable, Sendable {
    /// The handler is done; the delivery never runs again by itself.
    case succeeded

    /// The handler was not called, because a newer event about the same thing had succeeded already.
    case superseded

    /// The handler failed; the delivery is pending until `at`.
    case retry(at: Date, error: String)

    /// The handler took longer than it may; the delivery is pending until `retryAt`, and counts as slow from now on.
    case timedOut(retryAt: Date, error: String)

    /// The handler failed, and no attempt is left.
    case dead(error: String)

    /// The receiver stopped first: pending and due as before, and the attempt does not count.
    case returned
}
