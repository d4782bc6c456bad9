import EventStoreSQLite
import Foundation
import Logging

extension StoreNotice {
    /// Writes one line.
    func log(to logger: Logger) {
        switch self {
        case .copying(let bytes, let path):
            logger.notice(
                "Copying the database before its schema changes",
                metadata: ["file.path": "\(path)", "file.size": "\(bytes)"]
            )
        case .migrating(let old, let new):
            logger.notice("Changing the schema", metadata: ["schema.from": "\(old)", "schema.to": "\(new)"])
        case .migrated(let version, let duration, let path):
            logger.notice(
                """
                Changed the schema; the copy from before holds all that the inbox held then, and goes after a week or with \
                the first erasure
                """,
                metadata: [
                    "file.path": "\(path)", "schema.to": "\(version)",
                    "duration.seconds": "\((duration / .seconds(1)).formatted(.number.precision(.fractionLength(1))))",
                ]
            )
        case .logHeld(let duration):
            logger.warning(
                """
                Removed messages are still in the database's log, because another program reads the database; end that \
                program
                """,
                metadata: ["duration.seconds": "\(duration.components.seconds)"]
            )
        }
    }
}
