import EventStore
import GRDB

@testable import EventStoreSQLite

extension InboxTransaction {
    func execute(sql: String, arguments: StatementArguments = StatementArguments()) throws {
        try database.execute(sql: sql, arguments: arguments)
    }

    func append(_ message: NewMessage) throws -> AppendOutcome {
        try append(MessageRow(message))
    }
}
