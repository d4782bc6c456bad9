public import EventStore
import Foundation
import GRDB

extension SQLiteReader {
    /// Copies the database to `path` as it is at one moment, also while a receiver uses it, and checks the copy.
    ///
    /// Blocks meanwhile. The file is readable by this user only, and there only when it is whole.
    /// - Throws: a ``StoreError`` that is a sentence for the operator.
    public func backUp(to path: String) throws(StoreError) {
        guard !FileManager.default.fileExists(atPath: path) else { throw .occupied(path) }
        do { try queue.copy(to: path, check: Schema.checkIntegrity) } catch {
            throw StoreError(error, operation: "backup")
        }
    }
}
