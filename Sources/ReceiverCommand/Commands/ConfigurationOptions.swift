import ArgumentParser
import Foundation

/// Where a command's configuration comes from.
struct ConfigurationOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A configuration file (default: the one CONFIG_FILE names).", valueName: "file"))
    var config: String?

    /// Reads file and environment.
    ///
    /// - Throws: ``CommandFailure`` with exit code 78.
    func load() async throws -> Settings {
        let environment = ProcessInfo.processInfo.environment
        return try await Settings.load(file: config ?? environment["CONFIG_FILE"], environment: environment)
    }
}
