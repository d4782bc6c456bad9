import ArgumentParser
import Foundation
import HTTPClient
import PolarAPI
import StandardWebhooks

/// `polar-receiver listen`.
struct ListenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "listen",
        abstract: "Bring every event of your organization to the local receiver, while you develop.",
        discussion: """
            Polar sends a copy of each event to this command while it runs, without retries. Polar signs these copies with \
            the id of the organization, which is public; this command signs them anew with the receiver's own secret. The \
            bodies go to the receiver as they came.
            """
    )

    @OptionGroup var options: ConfigurationOptions

    @Option(help: ArgumentHelp("The organization; needed where the token sees several.", valueName: "id"))
    var organization: String?

    @Option(help: ArgumentHelp("Another receiver than the configured one.", valueName: "url"))
    var forwardTo: String?

    func run() async throws {
        signal(SIGPIPE, SIG_IGN)
        let polar = try await PolarAccess(options)
        let id = try await organization(polar)
        let path = polar.settings.endpoints.first?.path ?? EndpointSettings.defaultPath
        try await StreamListener(
            polar: polar,
            organization: id,
            target: forwardTo ?? polar.settings.localURL + path,
            checksCertificate: forwardTo.map { !ClientRequest.isLoopback($0) } ?? false,
            signer: signer(polar.settings)
        ).run()
    }

    private func signer(_ settings: Settings) throws -> MessageSigner {
        // A public key verifies, and cannot sign.
        let secret = settings.endpoints.first?.secrets.first { !$0.hasPrefix("whpk_") }
        guard let secret = try secret ?? DevelopmentSecret.read(RootCommand.warnings) else {
            throw ConfiguredSecrets.missing
        }
        return try SecretOptions.signer(of: secret)
    }

    private func organization(_ polar: PolarAccess) async throws -> String {
        if let organization { return organization }
        let all = try await polar.ask { client throws(PolarError) in try await client.organizations.list().items }
        guard let only = all.first, all.count == 1 else {
            let names = all.map { "\($0.id) (\($0.name))" }.joined(separator: ", ")
            throw CommandFailure(MessageTable.printable("Give --organization: one of \(names)."))
        }
        return only.id
    }
}
