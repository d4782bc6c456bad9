import EventStore
import Foundation
import GRDB

extension StoreError {
    /// The store's error for one of the database; texts of the database name tables and files, never values.
    init(_ error: any Error, operation: String) {
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError:
            let failure = Failure(error.extendedResultCode)
            let cause = "SQLite error \(error.extendedResultCode.rawValue): \(error.message ?? "unknown")"
            self.init(failure.code, operation: operation, description: failure.description, cause: cause)
        case is RowDecodingError, is DecodingError: self = .damaged(operation, cause: "a value has the wrong type")
        default: self.init(.failed, operation: operation, description: Failure.failed.description, cause: "\(error)")
        }
    }

    private enum Failure {
        case full, readOnly, locked, corrupt, tooSlow, failed

        init(_ code: ResultCode) {
            self =
                switch code {
                // The second: the index of the log could not grow, and hardly anything but a full disk stops that.
                case .SQLITE_FULL, .SQLITE_IOERR_SHMSIZE: .full
                case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .readOnly
                case .SQLITE_BUSY, .SQLITE_LOCKED: .locked
                case .SQLITE_CORRUPT, .SQLITE_NOTADB: .corrupt
                case .SQLITE_INTERRUPT: .tooSlow
                default: .failed
                }
        }

        var code: Code {
            switch self {
            case .full: .full
            case .readOnly: .readOnly
            case .locked: .locked
            case .corrupt: .corrupt
            case .tooSlow: .tooSlow
            case .failed: .failed
            }
        }

        var description: String {
            switch self {
            case .full: "The disk with the database is full; free some space."
            case .readOnly: "The database cannot be written; give this user write access to the file and its folder."
            case .locked: "Another program holds the database; stop it or wait until it is done."
            case .corrupt:
                "The database is damaged or no SQLite database; restore a backup or set DATABASE_URL to another file."
            case .tooSlow:
                "Reading took too long and was stopped; ask for less, such as one type or one handler, or use the command line."
            case .failed: "The database failed; check the disk and the log of the system."
            }
        }
    }
}

// MARK: Sentences

extension StoreError {
    /// The error of a database whose content is not what was written.
    static func damaged(_ operation: String, cause: String) -> StoreError {
        StoreError(.corrupt, operation: operation, description: Failure.corrupt.description, cause: cause)
    }

    static func overloaded(_ operation: String) -> StoreError {
        StoreError(
            .overloaded,
            operation: operation,
            description: "More messages arrive than the disk can store; they are refused and sent again later."
        )
    }

    static func inUse(_ path: String) -> StoreError {
        StoreError(
            .locked,
            operation: "open",
            description: """
                Another receiver, or a command, uses the database \(path); stop it, wait until the command has ended, or set \
                DATABASE_URL to another file.
                """
        )
    }

    static func newerSchema(_ path: String, unknown: [String]) -> StoreError {
        StoreError(
            .newerSchema,
            operation: "open",
            description: "A newer version of the receiver wrote the database \(path); install that version again.",
            cause: "unknown migrations: \(unknown.joined(separator: ", "))"
        )
    }

    static func olderSchema(_ path: String) -> StoreError {
        StoreError(
            .newerSchema,
            operation: "open",
            description: "An older version of the receiver wrote the database \(path); start this version once."
        )
    }

    static func moved(_ path: String) -> StoreError {
        StoreError(
            .failed,
            operation: "write",
            description: "The database \(path) was moved or removed while in use; put it back, or restart the receiver."
        )
    }

    static func overwritten(_ path: String) -> StoreError {
        StoreError(
            .failed,
            operation: "write",
            description: """
                Another program wrote over the database \(path) while in use; stop the receiver, move \(path)-wal and \
                \(path)-shm away, and start it again.
                """
        )
    }

    static func foreignLog(_ path: String) -> StoreError {
        StoreError(
            .corrupt,
            operation: "open",
            description: """
                The log \(path)-wal belongs to another state of the database than \(path) and would damage it; move \
                \(path)-wal and \(path)-shm away, or put the database back that they belong to.
                """
        )
    }

    static func occupied(_ path: String) -> StoreError {
        StoreError(
            .failed,
            operation: "backup",
            description: "There is a file at \(path) already; name one that is not there."
        )
    }

    static func unreadable(_ path: String, cause: Int32) -> StoreError {
        let reason = String(cString: strerror(cause))
        return StoreError(
            .failed,
            operation: "open",
            description: "Cannot read the database \(path): \(reason); run the command as the user of the receiver.",
            cause: reason
        )
    }

    static func missing(_ path: String) -> StoreError {
        StoreError(
            .failed,
            operation: "open",
            description: "There is no database at \(path); start the receiver, or set DATABASE_URL to another file."
        )
    }

    static func foreign(_ path: String) -> StoreError {
        StoreError(
            .corrupt,
            operation: "open",
            description: "The database \(path) belongs to another program; set DATABASE_URL to another file."
        )
    }

    static func unusablePath(_ path: String) -> StoreError {
        StoreError(
            .failed,
            operation: "open",
            description: "The database path \"\(path)\" names no file; set DATABASE_URL to sqlite: and a file's path."
        )
    }

    /// The error of a system call on one of the database's files.
    static func system(_ code: Int32, path: String) -> StoreError {
        let cause = String(cString: strerror(code))
        return switch code {
        case ENOSPC, EDQUOT: StoreError(.full, operation: "open", description: Failure.full.description, cause: cause)
        case EIO, EMFILE, ENFILE, ENOMEM:
            StoreError(.failed, operation: "open", description: "Cannot open \(path): \(cause).", cause: cause)
        default:
            StoreError(
                .readOnly,
                operation: "open",
                description: "Cannot write \(path): \(cause); \(remedy(code)) or set DATABASE_URL to another file.",
                cause: cause
            )
        }
    }

    private static func remedy(_ code: Int32) -> String {
        code == ENOENT ? "make the folder it is in" : "give this user write access"
    }
}
