import ArgumentParser
import EventStore
import Foundation
import PolarReceiver

/// `polar-receiver`.
struct RootCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: ReceiverCommand.parts.name,
            abstract: "Receives Polar's webhooks: verifies, stores and delivers them to handler modules.",
            version: ReceiverCommand.parts.version ?? Version.current,
            subcommands: [
                ServeCommand.self, SendCommand.self, EventsCommand.self, HandlersCommand.self, BackupCommand.self,
                ConsoleCommand.self,
                ConnectCommand.self, DoctorCommand.self, EndpointsCommand.self, ReconcileCommand.self,
                ListenCommand.self,
                SimulateCommand.self,
                InitCommand.self, DecodeCommand.self,
                VerifyCommand.self, SignCommand.self, ConfigCommand.self, HealthcheckCommand.self, VersionCommand.self,
            ]
        )
    }

    /// What a command has to say about the files of secrets that it read; printed after its result.
    static let warnings = SecretWarnings()

    /// Runs the command that the arguments name, and ends the process with its exit code.
    static func run(_ arguments: [String] = Array(CommandLine.arguments.dropFirst())) async {
        StandardStream.reserveClosed()
        var exitCode = await result(of: arguments)
        printWarnings()
        if let failure = result(of: { try StandardStream.finish() }), exitCode == EXIT_SUCCESS { exitCode = failure }
        Foundation.exit(exitCode)
    }

    /// Parses the arguments, runs the command, and turns failures into one sentence and an exit code.
    private static func result(of arguments: [String]) async -> Int32 {
        do {
            try refuseEmpty(arguments)
            var command = try parseAsRoot(arguments)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            return EXIT_SUCCESS
        } catch {
            return result(of: { try report(error) }) ?? EXIT_SUCCESS
        }
    }

    /// The exit code of what fails, nil where it succeeds.
    private static func result(of body: () throws -> Void) -> Int32? {
        do {
            try body()
            return nil
        } catch let failure as CommandFailure {
            StandardStream.error(failure.description)
            return failure.exitCode.rawValue
        } catch let error as StoreError {
            StandardStream.error(error.description)
            return EXIT_FAILURE
        } catch is StandardStream.ReaderHasGone {
            return StandardStream.ReaderHasGone.exitCode
        } catch {
            let text = fullMessage(for: error)
            if !text.isEmpty { StandardStream.error(text) }
            return Self.exitCode(for: error).rawValue
        }
    }

    /// Prints what a command ends with that is not a failure, such as the text of `--help`; throws the others.
    private static func report(_ error: any Error) throws {
        guard !(error is CommandFailure), exitCode(for: error) == .success else { throw error }
        let text = fullMessage(for: error)
        if !text.isEmpty { try StandardStream.output(text) }
    }

    /// Refuses options with an empty value: a variable of a script has none, and an empty filter would mean all messages.
    ///
    /// - Throws: `ValidationError`.
    static func refuseEmpty(_ arguments: [String]) throws {
        var name: String?
        // Behind two hyphens there are no options.
        for argument in arguments.prefix(while: { $0 != "--" }) {
            let isOption = argument.hasPrefix("--")
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if isOption { name = parts.first.map(String.init) }
            let value = isOption ? parts.dropFirst().first : argument[...]
            if let name, let value, value.allSatisfy(\.isWhitespace) {
                throw ValidationError(
                    "\(name) has an empty value: is a variable not set? Give a value or leave it out."
                )
            }
            if !isOption { name = nil }
        }
    }

    private static func printWarnings() {
        for warning in warnings.all { StandardStream.error("Warning: \(warning)") }
    }
}
