public import Foundation

/// One failed run of a delivery.
public struct AttemptRecord: Hashable, Sendable {
    /// Which run it was, counted from 1.
    public let attempt: Int

    /// When it was claimed.
    public let startedAt: Date

    /// When its end was recorded.
    public let endedAt: Date

    /// Why it failed.
    public let error: String

    /// Makes a record.
    public init(attempt: Int, startedAt: Date, endedAt: Date, error: String) {
        self.attempt = attempt
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.error = error
    }
}
