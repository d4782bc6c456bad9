import ArgumentParser
import EventStore
import Foundation
import PolarReceiver

/// `polar-receiver events tail`.
struct EventsTailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tail",
        abstract: "Print messages as they arrive, until interrupted."
    )

    /// How often the database is asked; an answer without news costs microseconds.
    private static let interval = Duration.milliseconds(200)
    private static let pageSize = 200

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var filter: MessageFilter

    @Option(help: ArgumentHelp("How many of the newest messages to print first.", valueName: "count"))
    var last = 10

    @Flag(help: "Print one JSON object per line.")
    var json = false

    func validate() throws {
        guard last >= 0 else { throw ValidationError("--last must not be negative.") }
    }

    func run() async throws {
        let settings = try await options.load()
        var inbox = try InboxAccess(settings.database)
        let query = try await filter.queryForNewMessages(in: inbox, settings)
        // Asked for first: what arrives from here on is printed below.
        var row = try await inbox.newestRow()
        try await printNewest(query, through: row, of: inbox)
        var lastLook = Date()
        while true {
            try await Task.sleep(for: Self.interval)
            if inbox.isReplaced {
                inbox = try await reopened(settings.database)
                row = try await inbox.newestRow(before: lastLook)
            }
            let look = Date()
            row = try await printMessages(query, after: row, of: inbox)
            lastLook = look
        }
    }

    private func printNewest(_ query: MessageQuery, through row: Int64, of inbox: InboxAccess) async throws {
        var newest: [MessageRecord] = []
        for try await record in inbox.messages(query, .newestFirst, after: row + 1).prefix(last) {
            newest.append(record)
        }
        for record in newest.reversed() { try print(record) }
    }

    /// Prints what has arrived behind a row; the newest row.
    private func printMessages(_ query: MessageQuery, after row: Int64, of inbox: InboxAccess) async throws -> Int64 {
        var walk = try await inbox.walk(query, after: row)
        guard walk.end > row else { return walk.end }
        while case let page = try await walk.next(Self.pageSize), !page.isEmpty {
            for record in page { try print(record) }
        }
        return walk.end
    }

    /// Opens the database that was put in the place of the one before, once it is there.
    private func reopened(_ database: DatabaseLocation) async throws -> InboxAccess {
        StandardStream.error("The database was replaced; following the new one.")
        while !database.exists { try await Task.sleep(for: Self.interval) }
        return try InboxAccess(database)
    }

    private func print(_ record: MessageRecord) throws {
        try StandardStream.output(json ? JSONLine.text(MessageLine(record)) : MessageTable.line(record))
    }
}
