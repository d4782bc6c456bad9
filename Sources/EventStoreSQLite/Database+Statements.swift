import CSQLite
import GRDB

extension Database {
    /// Reads rows while the statement stands on them: a copy of a row ends a text at its first NUL.
    func fetch<Value>(
        _ sql: String,
        _ arguments: StatementArguments,
        _ value: (Row) throws -> Value
    ) throws -> [Value] {
        let statement = try cachedStatement(sql: sql)
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        var values: [Value] = []
        while let row = try rows.next() { values.append(try value(row)) }
        return values
    }

    /// Runs a statement that is compiled once.
    func run(_ sql: String, _ arguments: StatementArguments) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// Runs statements that SQLite interrupts once `end` has come.
    func running<Value>(until end: ContinuousClock.Instant, _ body: () throws -> Value) throws -> Value {
        var end = end
        return try withUnsafeMutablePointer(to: &end) { end in
            // In steps of SQLite's virtual machine, well under a millisecond together.
            sqlite3_progress_handler(
                sqliteConnection,
                1_000,
                { end in
                    guard let end else { return 0 }
                    return ContinuousClock.now < end.load(as: ContinuousClock.Instant.self) ? 0 : 1
                },
                end
            )
            defer { sqlite3_progress_handler(sqliteConnection, 0, nil, nil) }
            return try body()
        }
    }
}
