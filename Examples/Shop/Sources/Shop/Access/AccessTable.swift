import Foundation
import GRDB

/// Who may use what, in an SQLite file.
///
/// Three things make a change safe to repeat and safe in any order:
///
/// - the key of the delivery is stored in the same transaction as its change, so an attempt after a crash finds both or neither;
/// - a row is a state with its moment, and only an event that is not older replaces it;
/// - what is revoked stays as a row, so that a late grant from before does not bring it back.
actor AccessTable {
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

    /// Makes a change, once for each key.
    func apply(_ change: AccessChange, key: String) throws -> AccessOutcome {
        try opened().write { database in
            try database.execute(sql: "INSERT OR IGNORE INTO handled (key) VALUES (?)", arguments: [key])
            guard database.changesCount > 0 else { return .repeated }
            try database.execute(sql: Self.upsert, arguments: Self.arguments(change))
            return database.changesCount > 0 ? .applied : .outdated
        }
    }

    /// What a customer may use now.
    func items(of customer: String) throws -> Set<String> {
        try opened().read { database in
            let sql = "SELECT item FROM access WHERE customer = ? AND is_granted"
            return try String.fetchSet(database, sql: sql, arguments: [customer])
        }
    }

    private func opened() throws -> DatabaseQueue {
        if let database { return database }
        let opened = try DatabaseFile.open(path, migrator: Self.migrator)
        database = opened
        return opened
    }

    // MARK: SQL

    private static let upsert = """
        INSERT INTO access (customer, item, is_granted, moment) VALUES (?, ?, ?, ?)
        ON CONFLICT (customer, item) DO UPDATE SET is_granted = excluded.is_granted, moment = excluded.moment
        WHERE excluded.moment >= access.moment
        """

    private static func arguments(_ change: AccessChange) -> StatementArguments {
        [change.customer, "\(change.item)", change.isGranted, change.moment.timeIntervalSince1970]
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("access") { database in
            try database.execute(
                sql: """
                    CREATE TABLE access (
                        customer TEXT NOT NULL, item TEXT NOT NULL, is_granted INTEGER NOT NULL, moment REAL NOT NULL,
                        PRIMARY KEY (customer, item)
                    ) WITHOUT ROWID;
                    CREATE TABLE handled (key TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID;
                    """
            )
        }
        return migrator
    }
}
