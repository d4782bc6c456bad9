import ArgumentParser
import PolarAPI
import PolarEvents
import PolarReceiver

/// `polar-receiver endpoints create`.
struct EndpointsCreateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Make an endpoint in Polar for this receiver.",
        discussion: """
            Its secret goes into a new file that only you may read; name that file in POLAR_WEBHOOK_SECRET_FILE or in \
            endpoints.<name>.secret_file. Without --event it sends the events that the configured handlers take.
            """
    )

    @OptionGroup var options: ConfigurationOptions

    @Option(help: ArgumentHelp("Where Polar sends to: the public https address with the path.", valueName: "url"))
    var url: String

    @Option(help: ArgumentHelp("The new file for the secret.", valueName: "file"))
    var secretFile: String

    @Option(help: ArgumentHelp("An event type to send; may be repeated.", valueName: "type"))
    var event: [String] = []

    @Option(help: ArgumentHelp("What people call it.", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("The version of the payloads; Polar's current one without it.", valueName: "version"))
    var apiVersion: String?

    @Option(help: ArgumentHelp("The organization, where the token is not of one.", valueName: "id"))
    var organization: String?

    func run() async throws {
        let polar = try await PolarAccess(options)
        // Before the endpoint is made, so that its secret has a place.
        let file = try NewSecretFile(path: secretFile)
        let create = PolarEndpointCreate(
            url: url,
            events: event.isEmpty ? try EventInterest(polar.settings).handledTypes : event,
            name: name,
            apiVersion: apiVersion,
            organizationID: organization
        )
        let endpoint: PolarEndpoint
        do {
            endpoint = try await polar.ask { client throws(PolarError) in
                try await client.webhooks.createWebhookEndpoint(create)
            }
        } catch {
            file.remove()
            throw error
        }
        try file.write(endpoint.secret.text)
        try StandardStream.output(EndpointLine(endpoint).text)
        try StandardStream.output("Its secret is in \(secretFile).")
    }
}
