import EventStore
import Foundation
import GRDB

/// The named, ordered migrations; one that was released is never edited.
struct Schema {
    struct Migration {
        let name: String
        let sql: String
    }

    /// `PolR`: tells the receiver's databases from those of other programs.
    static let applicationID = 0x506F_6C52

    /// The size up to which every start checks the whole file; a gigabyte would take seconds and tens of gigabytes minutes.
    ///
    /// Damage in a larger file is found when it is touched.
    private static let checkedSize = 64 << 20

    let migrations: [Migration]

    var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for migration in migrations {
            migrator.registerMigration(migration.name) { try $0.execute(sql: migration.sql) }
        }
        return migrator
    }

    /// What a database goes through before it has this schema.
    struct Upgrade {
        let from: String
        let to: String

        /// Where the database was copied to.
        let copy: String
    }

    /// Refuses a file that is not ours to use, and copies one that a migration will change; nil where none will.
    func prepare(_ file: DatabaseFile, report: (StoreNotice) -> Void) throws -> Upgrade? {
        let queue = try DatabaseQueue(path: file.path)
        let upgrade = try queue.inDatabase { database -> (Upgrade, Int)? in
            guard try !isEmpty(database) else { return nil }
            try check(database, file)
            let completed = try migrator.completedMigrations(database)
            guard let next = migrations.dropFirst(completed.count).first, let last = migrations.last else { return nil }
            let copy = file.copyPath(before: next.name)
            return (Upgrade(from: completed.last ?? "none", to: last.name, copy: copy), try size(of: database))
        }
        if let (upgrade, size) = upgrade {
            report(.copying(bytes: Int64(size), to: upgrade.copy))
            try queue.copy(to: upgrade.copy)
        }
        try queue.close()
        return upgrade?.0
    }

    /// True for a new file, and for one whose first start was interrupted before the first migration.
    private func isEmpty(_ database: Database) throws -> Bool {
        let sql = "SELECT NOT EXISTS (SELECT * FROM sqlite_schema WHERE tbl_name <> 'grdb_migrations')"
        return try Bool.fetchOne(database, sql: sql) ?? false
    }

    private func check(_ database: Database, _ file: DatabaseFile) throws {
        guard try Int.fetchOne(database, sql: "PRAGMA application_id") == Self.applicationID else {
            throw StoreError.foreign(file.path)
        }
        let unknown = try migrator.appliedIdentifiers(database).subtracting(migrations.map(\.name))
        guard unknown.isEmpty else { throw StoreError.newerSchema(file.path, unknown: unknown.sorted()) }
        if try size(of: database) <= Self.checkedSize { try Self.checkIntegrity(database) }
    }

    /// Reads the whole file; damage is an error.
    static func checkIntegrity(_ database: Database) throws {
        let verdict = try String.fetchOne(database, sql: "PRAGMA quick_check(1)") ?? "no answer"
        guard verdict == "ok" else { throw StoreError.damaged("open", cause: verdict) }
    }

    /// Refuses a database that has another schema than this version's.
    func checkVersion(_ database: Database, path: String) throws {
        guard try Int.fetchOne(database, sql: "PRAGMA application_id") == Self.applicationID else {
            throw StoreError.foreign(path)
        }
        let unknown = try migrator.appliedIdentifiers(database).subtracting(migrations.map(\.name))
        guard unknown.isEmpty else { throw StoreError.newerSchema(path, unknown: unknown.sorted()) }
        guard try migrator.hasCompletedMigrations(database) else { throw StoreError.olderSchema(path) }
    }

    private func size(of database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size") ?? 0
    }
}
