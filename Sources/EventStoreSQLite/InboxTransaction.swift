import GRDB

/// What a change of the inbox is made with: the database, inside a transaction, and what the writer remembers.
struct InboxTransaction {
    let database: Database
    let memory: WriterMemory

    /// Runs a statement that is compiled once.
    func run(_ sql: String, _ arguments: StatementArguments) throws {
        try database.run(sql, arguments)
    }

    /// Reads rows while the statement stands on them.
    func fetch<Value>(
        _ sql: String,
        _ arguments: StatementArguments,
        _ value: (Row) throws -> Value
    ) throws -> [Value] {
        try database.fetch(sql, arguments, value)
    }

    /// Whether the last statement changed a row.
    var hasChangedRows: Bool { database.changesCount > 0 }
}
