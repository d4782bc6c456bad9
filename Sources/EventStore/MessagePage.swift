/// Which part of a listing to read: rows are numbered in order of arrival.
public struct MessagePage: Hashable, Sendable {
    /// The order of a listing.
    public enum Order: Hashable, Sendable {
        /// From the row on that ``MessagePage/bound`` leaves, towards older ones.
        case newestFirst

        /// From there towards newer ones.
        case oldestFirst
    }

    /// The order of the listing.
    public var order: Order

    /// The row at which an earlier page ended, which is left out; nil starts at the end the order names.
    public var bound: Int64?

    /// The highest number of messages.
    public var limit: Int

    /// Makes a page.
    public init(_ order: Order = .newestFirst, after bound: Int64? = nil, limit: Int) {
        self.order = order
        self.bound = bound
        self.limit = limit
    }
}
