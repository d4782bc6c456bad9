import ArgumentParser
import EventStore
import Logging
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
        _ = try settings.tlsCredentials()
        let modules = try settings.modules()
        try Self.check(endpoints, modules)
        for warning in Suspicions.sentences(about: endpoints) { StandardStream.error("Warning: \(warning)") }
        let paths = endpoints.map { "\($0.name) at \($0.path)" }.joined(separator: ", ")
        let handlers = modules.map(\.id.rawValue).joined(separator: ", ")
        print("The configuration is valid: \(paths); handlers \(handlers); database \(settings.database).")
    }

    /// Whether a receiver can be made of it all.
    private static func check(_ endpoints: [WebhookEndpoint], _ modules: [any HandlerModule]) throws {
        do throws(RegistrationError) {
            let logger = Logger(label: "check") { _ in SwiftLogNoOpLogHandler() }
            _ = try Receiver(endpoints: endpoints, modules: modules, store: MemoryStore(), logger: logger)
        } catch {
            throw CommandFailure.configuration(error.description)
        }
    }
}
