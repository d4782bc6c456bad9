import GRDB

/// The mails that were sent, by their ids, in an SQLite file.
actor SentMail {
    private let path: String
    private var database: DatabaseQueue?

    init(path: String) {
        self.path = path
    }

    /// Opens the file, and makes it where there is none.
    func open() throws {
        _ = try opened()
    }

    func close() {
        database = nil
    }

    func contains(_ id: String) throws -> Bool {
        try opened().read { database in
            try Int.fetchOne(database, sql: "SELECT 1 FROM sent WHERE id = ?", arguments: [id]) != nil
        }
    }

    func insert(_ id: String) throws {
        try opened().write { database in
            try database.execute(sql: "INSERT OR IGNORE INTO sent (id) VALUES (?)", arguments: [id])
        }
    }

    private func opened() throws -> DatabaseQueue {
        if let database { return database }
        let opened = try DatabaseFile.open(path, migrator: Self.migrator)
        database = opened
        return opened
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("sent") { database in
            try database.execute(sql: "CREATE TABLE sent (id TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID")
        }
        return migrator
    }
}
