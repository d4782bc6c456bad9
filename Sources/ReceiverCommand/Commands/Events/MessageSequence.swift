import EventStore

/// The messages of a query, read page by page.
struct MessageSequence: AsyncSequence {
    private static let pageSize = 200

    let inbox: InboxAccess
    let query: MessageQuery
    let order: MessagePage.Order
    let start: Int64?

    func makeAsyncIterator() -> Iterator {
        Iterator(messages: self, bound: start)
    }

    struct Iterator: AsyncIteratorProtocol {
        fileprivate let messages: MessageSequence
        fileprivate var bound: Int64?
        private var page: ArraySlice<MessageRecord> = []
        private var isLast = false

        fileprivate init(messages: MessageSequence, bound: Int64?) {
            self.messages = messages
            self.bound = bound
        }

        mutating func next() async throws -> MessageRecord? {
            if page.isEmpty, !isLast { try await turnPage() }
            return page.popFirst()
        }

        private mutating func turnPage() async throws {
            let place = MessagePage(messages.order, after: bound, limit: MessageSequence.pageSize)
            page = try await messages.inbox.page(messages.query, place)[...]
            isLast = page.count < MessageSequence.pageSize
            bound = page.last?.row ?? bound
        }
    }
}
