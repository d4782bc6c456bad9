import ArgumentParser

/// `polar-receiver events`.
struct EventsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract: "Look into the inbox, and run deliveries again.",
        discussion: "These commands work while the receiver runs, and when it is stopped.",
        subcommands: [
            EventsListCommand.self, EventsShowCommand.self, EventsTailCommand.self, EventsReplayCommand.self,
            EventsDismissCommand.self, EventsPruneCommand.self, EventsExportCommand.self, EventsImportCommand.self,
        ]
    )
}
