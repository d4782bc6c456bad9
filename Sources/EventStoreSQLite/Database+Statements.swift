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
}
