import ArgumentParser
import PolarReceiver

/// `polar-receiver handlers`.
struct HandlersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "handlers",
        abstract: "Look at the handler modules.",
        subcommands: [HandlersListCommand.self]
    )
}

/// `polar-receiver handlers list`.
struct HandlersListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the modules that 'serve' would run, and the events each one takes."
    )

    @OptionGroup var options: ConfigurationOptions

    @Flag(help: "Print one JSON object per line.")
    var json = false

    func run() async throws {
        let settings = try await options.load()
        let modules = try settings.modules()
        let orphans = await ConfigurationWarnings.orphanSentences(about: modules, in: settings.database)
        for warning in ConfigurationWarnings.sentences(about: modules, settings) + orphans {
            StandardStream.error("Warning: \(warning)")
        }
        for module in modules {
            let line = HandlerLine(try description(of: module))
            try StandardStream.output(json ? JSONLine.text(line) : line.text)
        }
    }

    private func description(of module: any HandlerModule) throws -> HandlerDescription {
        do throws(RegistrationError) { return try HandlerDescription(module) } catch {
            throw CommandFailure.configuration(error.description)
        }
    }
}

/// A handler as a line of JSON, with the same keys for every one, and as text.
struct HandlerLine: Encodable {
    private enum Key: String, CodingKey {
        case handler, module, events, restricted_to, ordering, concurrency, timeout_seconds, attempts
    }

    private let handler: HandlerDescription

    init(_ handler: HandlerDescription) {
        self.handler = handler
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(handler.id, forKey: .handler)
        try container.encode(handler.module, forKey: .module)
        try container.encode(handler.events, forKey: .events)
        try container.encode(handler.restriction, forKey: .restricted_to)
        try container.encode(handler.ordering == .none ? "none" : "by_subject", forKey: .ordering)
        try container.encode(handler.concurrencyLimit, forKey: .concurrency)
        try container.encode(handler.timeout / .seconds(1), forKey: .timeout_seconds)
        try container.encode(handler.maximumAttempts, forKey: .attempts)
    }

    /// The same for people.
    var text: String {
        let restriction = handler.restriction.map { ", only \($0.joined(separator: ", "))" } ?? ""
        return "\(handler.id)  \(handler.module)  \(handler.events.joined(separator: ", "))\(restriction)"
    }
}
