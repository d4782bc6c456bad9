import ArgumentParser
import Foundation
import PolarReceiver

/// `polar-receiver`.
struct RootCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "polar-receiver",
        abstract: "Receives Polar's webhooks: verifies, stores and delivers them to handler modules.",
        version: Version.current,
        subcommands: [
            ServeCommand.self, SendCommand.self, EventsCommand.self, HandlersCommand.self, BackupCommand.self,
            ConnectCommand.self, DoctorCommand.self, EndpointsCommand.self, ReconcileCommand.self, ListenCommand.self,
            SimulateCommand.self,
            InitCommand.self, DecodeCommand.self,
            VerifyCommand.self, SignCommand.self, ConfigCommand.self, HealthcheckCommand.self, VersionCommand.self,
        ]
    )

    /// What a command has to say about the files of secrets that it read; printed behind its result.
    static let warnings = SecretWarnings()

    /// Parses the arguments, runs the command, and turns failures into one sentence and an exit code.
    static func run() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            printWarnings()
        } catch let failure as CommandFailure {
            StandardStream.error(failure.description)
            printWarnings()
            exit(withError: failure.exitCode)
        } catch {
            exit(withError: error)
        }
    }

    private static func printWarnings() {
        for warning in warnings.all { StandardStream.error("Warning: \(warning)") }
    }
}
