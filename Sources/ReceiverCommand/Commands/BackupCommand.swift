import ArgumentParser
import EventStore
import EventStoreSQLite
import Foundation

/// `polar-receiver backup`.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the inbox to a file, also while a receiver uses it, and check the copy.",
        discussion: "To restore it, stop the receiver and put the file in the place of the database."
    )

    @OptionGroup var options: ConfigurationOptions

    @Argument(help: ArgumentHelp("The file to make; it must not exist.", valueName: "file"))
    var file: String

    func validate() throws {
        guard file != "-" else {
            throw ValidationError(
                "A backup is a file that is checked, so it cannot go to standard output; name a file."
            )
        }
    }

    func run() async throws {
        guard case .sqlite(let path) = try await options.load().database else {
            throw CommandFailure.configuration("An inbox in memory cannot be copied; set DATABASE_URL to a file.")
        }
        do throws(StoreError) { try SQLiteReader(path: path).backUp(to: file) } catch { throw CommandFailure(error) }
        let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int64 ?? 0
        try StandardStream.output("Copied the inbox to \(file): \(size.formatted(.byteCount(style: .file))), checked.")
    }
}
