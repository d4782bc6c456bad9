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

    /// Makes a part of the transaction's changes, or nothing of it when `changes` throws.
    ///
    /// - Throws: when nothing can be taken back; the whole transaction must then not be committed.
    func attempt<Value>(_ changes: () throws -> Value) throws -> Result<Value, any Error> {
        try database.execute(sql: "SAVEPOINT change")
        let result = Result { try changes() }
        if case .failure = result {
            try database.execute(sql: "ROLLBACK TO change")
            memory.rollBackChange()
        }
        try database.execute(sql: "RELEASE change")
        return result
    }

    /// Whether the last statement changed a row.
    var hasChangedRows: Bool { database.changesCount > 0 }
}
