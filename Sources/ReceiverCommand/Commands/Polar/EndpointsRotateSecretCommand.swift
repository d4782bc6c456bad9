import ArgumentParser
import PolarAPI
import PolarReconciliation

/// `polar-receiver endpoints rotate-secret`.
struct EndpointsRotateSecretCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate-secret",
        abstract: "Give an endpoint a new secret, without losing an event.",
        discussion: """
            The new secret goes before the old one into the receiver's secret file, which a running receiver reads again \
            by itself. What Polar sends in between is refused and comes again some seconds later. The old secret signs \
            nothing any more; --remove-old takes it out of the file, also later. If the command is cut off, or the file \
            cannot be written, run it again with --resume: that writes the secret that the endpoint has.
            """
    )

    @OptionGroup var options: ConfigurationOptions

    @Option(help: ArgumentHelp("The receiver's endpoint, where it has several.", valueName: "name"))
    var endpoint: String?

    @Flag(help: "Only write the secret that the endpoint has into the file.")
    var resume = false

    @Flag(help: "Only take secrets out of the file that the endpoint does not have any more.")
    var removeOld = false

    func validate() throws {
        guard !(resume && removeOld) else { throw ValidationError("Give either --resume or --remove-old.") }
    }

    func run() async throws {
        let polar = try await PolarAccess(options)
        let local = try chosen(polar.settings)
        let file = try SecretFile(of: local)
        let all = try await polar.ask { client throws(PolarError) in try await client.webhooks.allWebhookEndpoints() }
        let current = try match(local, all)
        if removeOld { return try keepOnly(current.secret.text, file) }
        let now = resume ? current : try await reset(current, polar)
        do { try file.put(first: now.secret.text) } catch {
            throw CommandFailure("\(error) The endpoint has its new secret already: run this again with --resume.")
        }
        try StandardStream.output("The secret of \(now.id) is in \(file.path), before the old one.")
    }

    private func reset(_ endpoint: PolarEndpoint, _ polar: PolarAccess) async throws -> PolarEndpoint {
        try await polar.ask { client throws(PolarError) in
            try await client.webhooks.resetWebhookEndpointSecret(id: endpoint.id)
        }
    }

    private func keepOnly(_ secret: String, _ file: SecretFile) throws {
        let removed = try file.keep(only: secret)
        try StandardStream.output("Removed \(removed) from \(file.path); the secret that the endpoint has is left.")
    }

    private func chosen(_ settings: Settings) throws -> EndpointSettings {
        if let endpoint { return try settings.endpoint(named: endpoint) }
        guard settings.endpoints.count == 1, let only = settings.endpoints.first else {
            throw CommandFailure("Give --endpoint: one of \(settings.endpointNames).")
        }
        return only
    }

    private func match(_ local: EndpointSettings, _ all: [PolarEndpoint]) throws -> PolarEndpoint {
        do throws(ReconciliationError) { return try EndpointMatch.endpoint(of: local.local, among: all) } catch {
            throw CommandFailure(MessageTable.printable("\(error)"))
        }
    }
}
