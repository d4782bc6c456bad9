import EventStore
import EventStoreSQLite
import Foundation
import Logging
import PolarReceiver

/// Where the inbox is kept.
enum DatabaseLocation: Sendable, CustomStringConvertible {
    case sqlite(path: String)
    case memory

    /// Reads `sqlite:PATH` or `memory:`.
    ///
    /// - Throws: ``CommandFailure`` with exit code 78.
    init(_ text: String) throws {
        let path = text.hasPrefix("sqlite:") ? String(text.dropFirst("sqlite:".count)) : ""
        if text == "memory:" {
            self = .memory
        } else if !path.isEmpty {
            self = .sqlite(path: try Self.checked(Self.withoutAuthority(path)))
        } else {
            // The text is not shown: the address of a database server can hold a password.
            throw CommandFailure.configuration(
                "The setting \(SettingName.both("database_url")) must be sqlite: and the path of a file, or memory: for a trial."
            )
        }
    }

    /// Opens the store, which reports to `logger`.
    ///
    /// - Throws: ``CommandFailure``.
    func open(laneRule: LaneRule, logger: Logger) throws -> any EventStore {
        switch self {
        case .memory: return MemoryStore(laneRule: laneRule)
        case .sqlite(let path):
            do throws(StoreError) {
                return try SQLiteStore(path: path, laneRule: laneRule) { $0.log(to: logger) }
            } catch {
                throw CommandFailure(error)
            }
        }
    }

    /// The socket beside the database at which a running receiver takes commands.
    var controlSocket: String? {
        switch self {
        case .sqlite(let path): "\(path).sock"
        case .memory: nil
        }
    }

    /// Whether its file is there.
    var exists: Bool {
        switch self {
        case .sqlite(let path): FileManager.default.fileExists(atPath: path)
        case .memory: true
        }
    }

    var description: String {
        switch self {
        case .sqlite(let path): "sqlite:\(path)"
        case .memory: "memory:"
        }
    }

    /// `sqlite:///absolute` and `sqlite://relative` are common spellings of the same.
    private static func withoutAuthority(_ path: String) -> String {
        path.hasPrefix("//") ? String(path.dropFirst(2)) : path
    }

    /// Refuses what other programs take for more than a path; here it would become the name of a file.
    private static func checked(_ path: String) throws -> String {
        let problem: String? =
            if path.contains("?") {
                "takes no options behind a question mark; name the file only."
            } else if path.hasPrefix("~") || path.hasPrefix("/~") {
                "does not know what ~ stands for; write the folder out."
            } else if path.contains("$") {
                "has a variable that nothing has replaced; write its value."
            } else if path.hasPrefix("file:") {
                "takes no file: behind sqlite:; name the file only."
            } else if path.hasPrefix(":") {
                "must name a file; for a trial in memory it is memory: alone."
            } else {
                nil
            }
        guard let problem else { return path }
        throw CommandFailure.configuration("The setting \(SettingName.both("database_url")) \(problem)")
    }
}
