import ArgumentParser
import EventStore
import HTTPServer
import PolarReceiver

/// `polar-receiver config check`.
struct ConfigCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check flags, environment and file as 'serve' would, without starting anything."
    )

    @OptionGroup var options: ConfigurationOptions

    func run() async throws {
        let configuration = try CheckedConfiguration(try await options.load())
        let endpoints = configuration.endpoints
        let (modules, location) = (configuration.modules, configuration.settings.database)
        let orphans = await ConfigurationWarnings.orphanSentences(about: modules, in: location)
        for warning in configuration.warnings + orphans { StandardStream.error("Warning: \(warning)") }
        if let certificate = configuration.certificate,
            let mistake = CertificateExpiry.mistake(start: certificate.start, expiry: certificate.expiry)
        {
            StandardStream.error("Warning: \(mistake).")
        }
        let paths = endpoints.map { "\($0.name) at \($0.path)" }.joined(separator: ", ")
        let handlers = configuration.modules.map(\.id.rawValue).joined(separator: ", ")
        let database = configuration.settings.database
        try StandardStream.output("The configuration is valid: \(paths); handlers \(handlers); database \(database).")
    }
}
