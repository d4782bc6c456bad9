import ArgumentParser
import Foundation

/// Where a command's configuration comes from.
struct ConfigurationOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A configuration file (default: the one CONFIG_FILE names).", valueName: "file"))
    var config: String?

    /// Where to read from.
    func source(isDevelopment: Bool = false) -> ConfigurationSource {
        let environment = ProcessInfo.processInfo.environment
        return ConfigurationSource(flag: config, environment: environment, isDevelopment: isDevelopment)
    }

    /// Reads file and environment.
    ///
    /// - Throws: ``CommandFailure`` with exit code 78.
    func load() async throws -> Settings {
        try await Settings.load(source())
    }
}
