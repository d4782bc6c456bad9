import EventStore
import Foundation
import GRDB
import Testing

@testable import EventStoreSQLite

struct StoreErrorTests {
    @Test(arguments: [
        (ResultCode.SQLITE_FULL, StoreError.Code.full), (.SQLITE_IOERR_SHMSIZE, .full), (.SQLITE_READONLY, .readOnly),
        (.SQLITE_READONLY_DBMOVED, .readOnly), (.SQLITE_CANTOPEN, .readOnly), (.SQLITE_BUSY, .locked),
        (.SQLITE_BUSY_SNAPSHOT, .locked), (.SQLITE_LOCKED, .locked), (.SQLITE_CORRUPT, .corrupt),
        (.SQLITE_CORRUPT_INDEX, .corrupt), (.SQLITE_NOTADB, .corrupt), (.SQLITE_IOERR_FSYNC, .failed),
        (.SQLITE_CONSTRAINT, .failed),
    ])
    func `sorts the database's errors`(result: ResultCode, code: StoreError.Code) {
        #expect(StoreError(DatabaseError(resultCode: result), operation: "append").code == code)
    }

    @Test func `names the cause, but no statement and no value`() {
        let cause = DatabaseError(
            resultCode: .SQLITE_IOERR_FSYNC,
            message: "disk I/O error",
            sql: "INSERT INTO messages",
            arguments: ["private"],
            publicStatementArguments: true
        )
        let error = StoreError(cause, operation: "append")
        #expect("\(error)" == "The database failed; check the disk and the log of the system.")
        #expect(
            error.debugDescription
                == "The database failed; check the disk and the log of the system. "
                + "(append: failed, SQLite error 1034: disk I/O error)"
        )
    }

    @Test(arguments: [
        (ENOSPC, StoreError.Code.full), (EDQUOT, .full), (EROFS, .readOnly), (EACCES, .readOnly), (ENOENT, .readOnly),
        (EIO, .failed), (EMFILE, .failed),
    ])
    func `sorts the system's errors`(errno: Int32, code: StoreError.Code) {
        #expect(StoreError.system(errno, path: "/x").code == code)
    }
}
