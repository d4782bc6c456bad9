import ArgumentParser

/// `polar-receiver version`.
struct VersionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "version", abstract: "Print the version.")

    func run() throws {
        try StandardStream.output(ReceiverCommand.versionText)
    }
}
