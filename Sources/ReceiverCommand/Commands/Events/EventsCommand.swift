import ArgumentParser

/// `polar-receiver events`.
struct EventsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract: "Look into the inbox, and run deliveries again.",
        discussion: "They work beside a running receiver, and on the database of a stopped one.",
        subcommands: [
            EventsListCommand.self, EventsShowCommand.self, EventsTailCommand.self, EventsReplayCommand.self,
            EventsDismissCommand.self, EventsPruneCommand.self, EventsExportCommand.self, EventsImportCommand.self,
        ]
    )
}
