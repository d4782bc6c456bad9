import ArgumentParser
import PolarAPI

/// `polar-receiver endpoints delete`.
struct EndpointsDeleteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Delete an endpoint in Polar, with its events that have not arrived."
    )

    @OptionGroup var options: ConfigurationOptions

    @Argument(help: "The endpoint's id, or the beginning of it.")
    var id: String

    @Flag(help: "Do it; without this only the endpoint is shown.")
    var yes = false

    func run() async throws {
        let polar = try await PolarAccess(options)
        let endpoint = try await polar.endpoint(id)
        try StandardStream.output(EndpointLine(endpoint).text)
        guard yes else { return try StandardStream.output("Add --yes to delete it.") }
        try await polar.ask { client throws(PolarError) in
            try await client.webhooks.deleteWebhookEndpoint(id: endpoint.id)
        }
        try StandardStream.output("Deleted.")
    }
}
