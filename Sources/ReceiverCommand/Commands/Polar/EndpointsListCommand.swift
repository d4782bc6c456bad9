import ArgumentParser
import PolarAPI
import PolarReceiver

/// `polar-receiver endpoints list`.
struct EndpointsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the endpoints in Polar, newest first; without their secrets."
    )

    @OptionGroup var options: ConfigurationOptions

    @Flag(help: "Print one JSON object per line.")
    var json = false

    func run() async throws {
        let endpoints = try await PolarAccess(options).ask { client throws(PolarError) in
            try await client.webhooks.allWebhookEndpoints()
        }
        for line in endpoints.map(EndpointLine.init) {
            try StandardStream.output(json ? JSONLine.text(line) : line.text)
        }
    }
}
