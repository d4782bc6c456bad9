import EventStore
import EventStoreSQLite
import Foundation
import PolarReceiver

/// The way of commands to an inbox: they read its file, and change it through the receiver that uses it, if one does.
struct InboxAccess: Sendable {
    private let path: String
    private let socket: String
    private let reader: SQLiteReader

    /// What is read.
    var inboxReader: any InboxReader { reader }

    /// Opens the configured inbox for reading.
    ///
    /// - Throws: ``CommandFailure``.
    init(_ options: ConfigurationOptions) async throws {
        try self.init(await options.load().database)
    }

    /// Opens an inbox for reading.
    ///
    /// - Throws: ``CommandFailure``.
    init(_ database: DatabaseLocation) throws {
        guard case .sqlite(let path) = database, let socket = database.controlSocket else { throw Self.inMemory }
        self.path = path
        self.socket = socket
        do throws(StoreError) { reader = try SQLiteReader(path: path) } catch { throw CommandFailure(error) }
    }

    // MARK: Reading

    /// The messages of a query, read page by page.
    func messages(_ query: MessageQuery, _ order: MessagePage.Order, after row: Int64? = nil) -> MessageSequence {
        MessageSequence(inbox: self, query: query, order: order, start: row)
    }

    func page(_ query: MessageQuery, _ page: MessagePage) async throws -> [MessageRecord] {
        do throws(StoreError) { return try await reader.messages(query, page) } catch { throw CommandFailure(error) }
    }

    /// The one message with this id, or whose id begins so.
    func message(_ id: String) async throws -> MessageRecord {
        var query = MessageQuery()
        query.idPrefix = id
        let found = try await page(query, MessagePage(.newestFirst, limit: 2))
        if let exact = found.first(where: { $0.message.webhookID == id }) { return exact }
        guard let first = found.first else { throw CommandFailure("There is no message whose id begins with \(id).") }
        guard found.count == 1 else {
            throw CommandFailure("Several messages have ids that begin with \(id); give more of it.")
        }
        return first
    }

    func attempts(of record: MessageRecord) async throws -> [HandlerID: [AttemptRecord]] {
        do throws(StoreError) { return try await reader.attempts(ofMessage: record.row) } catch {
            throw CommandFailure(error)
        }
    }

    func body(of record: MessageRecord) async throws -> [UInt8]? {
        do throws(StoreError) { return try await reader.body(ofMessage: record.row) } catch {
            throw CommandFailure(error)
        }
    }

    func newestRow() async throws -> Int64 {
        try await page(MessageQuery(), MessagePage(.newestFirst, limit: 1)).first?.row ?? 0
    }

    func count(
        _ query: MessageQuery,
        where isMeant: (MessageRecord) -> Bool,
        after row: Int64?
    ) async throws -> Int {
        var count = 0
        for try await record in messages(query, .oldestFirst, after: row) where isMeant(record) { count += 1 }
        return count
    }

    // MARK: Changing

    /// The way to change the inbox: the file itself when nobody uses it, else the receiver that does.
    func edit<Value>(_ body: (InboxEditor) async throws -> Value) async throws -> Value {
        try await Self.edit(path: path, socket: socket, body)
    }

    /// The same for an inbox that need not be there yet.
    static func edit<Value>(
        _ database: DatabaseLocation,
        _ body: (InboxEditor) async throws -> Value
    ) async throws -> Value {
        guard case .sqlite(let path) = database, let socket = database.controlSocket else { throw inMemory }
        return try await edit(path: path, socket: socket, body)
    }

    private static var inMemory: CommandFailure {
        .configuration("An inbox in memory cannot be reached by commands; set DATABASE_URL to a file.")
    }

    private static func edit<Value>(
        path: String,
        socket: String,
        _ body: (InboxEditor) async throws -> Value
    ) async throws -> Value {
        let store: SQLiteStore
        do throws(StoreError) { store = try SQLiteStore(path: path) } catch {
            guard error.code == .locked else { throw CommandFailure(error) }
            return try await body(.receiver(socket: socket))
        }
        do {
            let value = try await body(.file(store))
            await store.close()
            return value
        } catch {
            await store.close()
            throw error
        }
    }
}
