import ArgumentParser
import PolarReceiver

/// `polar-receiver config`.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Work with the configuration.",
        subcommands: [ConfigCheckCommand.self]
    )
}

/// `polar-receiver config check`.
struct ConfigCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check flags, environment and file as 'serve' would, without starting anything."
    )

    @OptionGroup var options: ConfigurationOptions

    func run() async throws {
        let settings = try await options.load()
        let endpoints = try settings.webhookEndpoints()
        for warning in Suspicions.sentences(about: endpoints) { StandardStream.error("Warning: \(warning)") }
        let paths = endpoints.map { "\($0.name) at \($0.path)" }.joined(separator: ", ")
        print("The configuration is valid: \(paths); database \(settings.database).")
    }
}
