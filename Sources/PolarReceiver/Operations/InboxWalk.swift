package import EventStore

/// The messages of a query that are in the inbox when a walk begins, oldest first, read page by page.
///
/// Messages that arrive meanwhile are not among them, so that a change ends, and is about the messages that were counted.
package struct InboxWalk {
    private let inbox: any InboxReader
    private let query: MessageQuery

    /// The newest row of the inbox when the walk began.
    package let end: Int64

    /// The row that was read last; the walk can begin behind it again.
    package private(set) var row: Int64?
    private var isAtEnd = false

    /// Begins a walk.
    ///
    /// - Parameters:
    ///   - row: the row to begin behind.
    ///   - end: the last row to read; the newest one of the inbox where it is nil.
    package init(
        _ inbox: any InboxReader,
        _ query: MessageQuery,
        after row: Int64? = nil,
        through end: Int64? = nil
    ) async throws(StoreError) {
        self.inbox = inbox
        self.query = query
        self.row = row
        self.end = if let end { end } else { try await inbox.newestRow() }
    }

    /// The next messages, none after the last.
    package mutating func next(_ limit: Int) async throws(StoreError) -> [MessageRecord] {
        guard !isAtEnd else { return [] }
        let page = try await inbox.messages(query, MessagePage(.oldestFirst, after: row, limit: limit))
        let records = page.prefix { $0.row <= end }
        isAtEnd = records.count < limit
        row = records.last?.row ?? row
        return Array(records)
    }
}

extension InboxReader {
    /// The row of the newest message, 0 in an empty inbox.
    package func newestRow() async throws(StoreError) -> Int64 {
        try await messages(limit: 1).first?.row ?? 0
    }
}
