/// What can be read of an inbox, also while a receiver uses it.
public protocol InboxReader: Sendable {
    /// A part of the messages that fulfil a query, with their deliveries.
    func messages(_ query: MessageQuery, _ page: MessagePage) async throws(StoreError) -> [MessageRecord]

    /// The body of a message exactly as signed, nil where there is no such message.
    func body(ofMessage row: Int64) async throws(StoreError) -> [UInt8]?

    /// The failed runs of a message's deliveries, oldest first.
    func attempts(ofMessage row: Int64) async throws(StoreError) -> [HandlerID: [AttemptRecord]]

    /// What needs something to be done, at a glance.
    func summary() async throws(StoreError) -> InboxSummary

    /// The row of the newest message of each event type that has arrived.
    func newestRows() async throws(StoreError) -> [String: Int64]
}

extension InboxReader {
    /// The newest messages with their deliveries, newest first.
    public func messages(limit: Int) async throws(StoreError) -> [MessageRecord] {
        try await messages(MessageQuery(), MessagePage(limit: limit))
    }
}
