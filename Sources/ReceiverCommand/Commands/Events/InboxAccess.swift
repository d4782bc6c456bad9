import EventStore
import EventStoreSQLite
import Foundation
import PolarReceiver

/// The way of commands to an inbox: they read its file, and change it through the receiver that uses it, if one does.
struct InboxAccess: Sendable {
    private let path: String
    private let socket: String
    private let reader: SQLiteReader

    /// The file that was opened, by device and inode.
    private let identity: FileIdentity?

    /// What is read.
    var inboxReader: any InboxReader { reader }

    /// Opens an inbox for reading.
    ///
    /// - Throws: ``CommandFailure``.
    init(_ database: DatabaseLocation) throws {
        guard case .sqlite(let path) = database, let socket = database.controlSocket else { throw Self.inMemory }
        self.path = path
        self.socket = socket
        // Before it is opened: a file that replaces it in between counts as another one.
        identity = FileIdentity(path: path)
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

    /// The newest row that was there when the command was called.
    ///
    /// A message that is named by its id was there then in any case.
    func lastRow(of query: MessageQuery) async throws -> Int64 {
        let newest = try await newestRow()
        guard query.webhookID == nil, query.idPrefix == nil, let start = ProcessStart.date else { return newest }
        let now = Date()
        for try await record in messages(MessageQuery(), .newestFirst) {
            // A message from the future is old: the clock was set back.
            guard (start...max(start, now)).contains(record.message.receivedAt) else { return record.row }
        }
        return 0
    }

    /// Begins to walk through the messages that are there now, oldest first.
    func walk(_ query: MessageQuery, after row: Int64? = nil, through end: Int64? = nil) async throws -> InboxWalk {
        do throws(StoreError) { return try await InboxWalk(reader, query, after: row, through: end) } catch {
            throw CommandFailure(error)
        }
    }

    /// The one message that has an id, or the only one whose id begins so.
    ///
    /// - Parameter endpoint: where it was taken; needed for an id that two endpoints have.
    func message(_ id: String, at endpoint: String?) async throws -> MessageRecord {
        var query = MessageQuery()
        query.idPrefix = id
        query.endpoint = endpoint
        let chosen = try await exact(query, takesSeveral: false)
        guard let message = try await page(chosen, MessagePage(limit: 1)).first else { throw Self.noMessage(id) }
        return message
    }

    /// Makes the beginning of an id mean the message that has it as its whole id, if there is one.
    ///
    /// - Parameter takesSeveral: whether the query may be about several messages.
    func exact(_ query: MessageQuery, takesSeveral: Bool) async throws -> MessageQuery {
        guard let id = query.idPrefix else { return query }
        var (exact, similar) = (MessageQuery(), MessageQuery())
        (exact.webhookID, exact.endpoint) = (id, query.endpoint)
        (similar.idPrefix, similar.endpoint) = (id, query.endpoint)
        let found = try await page(exact, MessagePage(limit: .max))
        if found.isEmpty {
            guard !takesSeveral else { return query }
            let count = try await page(similar, MessagePage(limit: 2)).count
            guard count > 0 else { throw Self.noMessage(id) }
            guard count == 1 else {
                throw CommandFailure.usage("Several messages have ids that begin with \(id); give more of the id.")
            }
            return query
        }
        guard found.count == 1 || takesSeveral else {
            let endpoints = found.map(\.message.endpoint).sorted().joined(separator: ", ")
            throw CommandFailure.usage(
                "\(found.count) endpoints have a message with the id \(id): \(endpoints). Choose one with --endpoint."
            )
        }
        var result = query
        (result.webhookID, result.idPrefix) = (id, nil)
        return result
    }

    private static func noMessage(_ id: String) -> CommandFailure {
        CommandFailure("There is no message whose id begins with \(id).")
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

    /// Whether the database was removed or another file was put in its place since it was opened.
    var isReplaced: Bool { FileIdentity(path: path) != identity }

    /// The row of the newest message that arrived before a moment, 0 where there is none.
    func newestRow(before date: Date) async throws -> Int64 {
        var query = MessageQuery()
        query.receivedBefore = date
        return try await page(query, MessagePage(limit: 1)).first?.row ?? 0
    }

    func newestRow() async throws -> Int64 {
        do throws(StoreError) { return try await reader.newestRow() } catch { throw CommandFailure(error) }
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
        let editor = InboxEditor(path: path, socket: socket)
        do {
            let value = try await body(editor)
            await editor.release()
            return value
        } catch {
            await editor.release()
            throw error
        }
    }
}

/// Which file a path names.
private struct FileIdentity: Equatable {
    private let device: dev_t
    private let inode: ino_t

    /// Nil where there is no file.
    init?(path: String) {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return nil }
        (device, inode) = (facts.st_dev, facts.st_ino)
    }
}
