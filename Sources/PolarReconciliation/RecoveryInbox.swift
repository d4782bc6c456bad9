package import EventStore
import PolarEvents
package import PolarReceiver

/// The inbox that is compared with Polar: it is read directly, and written through the receiver.
package struct RecoveryInbox: Sendable {
    private let reader: any InboxReader
    private let store: @Sendable (RecoveredMessage) async throws(ReconciliationError) -> Bool

    /// - Parameter store: stores a message; false when it is there already.
    package init(
        reader: any InboxReader,
        store: @escaping @Sendable (RecoveredMessage) async throws(ReconciliationError) -> Bool
    ) {
        self.reader = reader
        self.store = store
    }

    /// An inbox that is only read.
    package init(reading reader: any InboxReader) {
        self.init(reader: reader) { _ throws(ReconciliationError) in false }
    }

    /// The inbox of a receiver that runs in this process.
    package init(_ receiver: Receiver) {
        self.init(reader: receiver.inboxReader) { message throws(ReconciliationError) in
            do throws(StoreError) { return try await receiver.recover(message) == .accepted } catch {
                throw .store(error)
            }
        }
    }

    /// Whether a message has arrived, also one whose body was pruned since.
    func holds(_ webhookID: String, at endpoint: String) async throws(ReconciliationError) -> Bool {
        var query = MessageQuery()
        query.webhookID = webhookID
        query.endpoint = endpoint
        return try await !messages(query, limit: 1).isEmpty
    }

    /// What the newest event of a customer's state says; nil where there is none, or where it cannot be read any more.
    func state(ofCustomer id: String) async throws(ReconciliationError) -> Polar.CustomerState? {
        var query = MessageQuery()
        query.types = [TypePattern(rawValue: EventType.customerStateChanged.rawValue)]
        query.subject = "customer:\(id)"
        guard let row = try await messages(query, limit: 1).first?.row, let body = try await body(of: row) else {
            return nil
        }
        guard case .customer(.stateChanged(let state)) = WebhookEvent(id: "", body: body).payload else { return nil }
        return state
    }

    /// Stores a message; false when it is there already.
    func recover(_ message: RecoveredMessage) async throws(ReconciliationError) -> Bool {
        try await store(message)
    }

    private func messages(_ query: MessageQuery, limit: Int) async throws(ReconciliationError) -> [MessageRecord] {
        do throws(StoreError) { return try await reader.messages(query, MessagePage(limit: limit)) } catch {
            throw .store(error)
        }
    }

    private func body(of row: Int64) async throws(ReconciliationError) -> [UInt8]? {
        do throws(StoreError) { return try await reader.body(ofMessage: row) } catch { throw .store(error) }
    }
}
