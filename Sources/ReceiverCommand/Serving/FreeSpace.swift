import Foundation

/// The room on the disk of a database.
enum FreeSpace {
    /// In bytes, for who may write there; nil for an inbox in memory, or where the system does not say.
    static func bytes(for database: DatabaseLocation) -> Int64? {
        guard case .sqlite(let path) = database else { return nil }
        var facts = statvfs()
        let folder = URL(filePath: path).deletingLastPathComponent().path
        guard statvfs(folder, &facts) == 0 else { return nil }
        let (bytes, isTooMuch) = UInt64(facts.f_bavail).multipliedReportingOverflow(by: UInt64(facts.f_frsize))
        return isTooMuch ? .max : Int64(clamping: bytes)
    }
}
