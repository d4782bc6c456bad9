import ArgumentParser
import PolarAPI
import PolarReceiver

/// `polar-receiver endpoints update`.
struct EndpointsUpdateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Change an endpoint in Polar; what is not given stays as it is."
    )

    @OptionGroup var options: ConfigurationOptions

    @Argument(help: "The endpoint's id, or the beginning of it.")
    var id: String

    @Option(help: ArgumentHelp("Where Polar sends to.", valueName: "url"))
    var url: String?

    @Option(help: ArgumentHelp("What people call it.", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("The version of the payloads of future events.", valueName: "version"))
    var apiVersion: String?

    @Option(help: ArgumentHelp("'raw' for a receiver.", valueName: "format"))
    var format: String?

    @Option(help: ArgumentHelp("An event type to send too; may be repeated.", valueName: "type"))
    var addEvent: [String] = []

    @Option(help: ArgumentHelp("An event type not to send any more; may be repeated.", valueName: "type"))
    var removeEvent: [String] = []

    @Flag(help: "Send exactly the events that the configured handlers take.")
    var handledEvents = false

    @Flag(inversion: .prefixedEnableDisable, help: "Whether anything is sent.")
    var sending: Bool?

    func validate() throws {
        guard change([]) != PolarEndpointUpdate() || handledEvents else {
            throw ValidationError("Give something to change, for example --url or --enable-sending.")
        }
    }

    func run() async throws {
        let polar = try await PolarAccess(options)
        let old = try await polar.endpoint(id)
        let events = handledEvents ? try EventInterest(polar.settings).handledTypes : old.events
        let update = change(events)
        let endpoint = try await polar.ask { client throws(PolarError) in
            try await client.webhooks.updateWebhookEndpoint(id: old.id, update)
        }
        try StandardStream.output(EndpointLine(endpoint).text)
        if !old.isEnabled, endpoint.isEnabled {
            try StandardStream.output("Polar made no events meanwhile: run 'polar-receiver reconcile' now.")
        }
    }

    private func change(_ events: [String]) -> PolarEndpointUpdate {
        let isAboutEvents = handledEvents || !addEvent.isEmpty || !removeEvent.isEmpty
        let added = events + addEvent.filter { !events.contains($0) }
        return PolarEndpointUpdate(
            url: url,
            name: name,
            apiVersion: apiVersion,
            format: format,
            events: isAboutEvents ? added.filter { !removeEvent.contains($0) } : nil,
            isEnabled: sending
        )
    }
}
