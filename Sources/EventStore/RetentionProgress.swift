public import Foundation

/// What retention remembers from one pass to the next, also over a restart.
public struct RetentionProgress: Hashable, Sendable {
    /// When the last complete sweep began, nil before the first one.
    public var sweptAt: Date?

    /// The row up to which the messages were searched for deleted customers.
    ///
    /// A store lowers it when it removes the message with the highest row, because the next message gets that row again.
    public var examinedRow: Int64

    /// Makes a progress; by default that of a new inbox.
    public init(sweptAt: Date? = nil, examinedRow: Int64 = 0) {
        self.sweptAt = sweptAt
        self.examinedRow = examinedRow
    }
}
