import ArgumentParser
import Foundation
import PolarAPI

/// `polar-receiver listen`.
struct ListenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "listen",
        abstract: "Bring every event of your organization to the local receiver, while you develop.",
        discussion: """
            Polar sends a copy of each event to whoever listens, without retries. They are signed with the id of the \
            organization, which the receiver has to know as one of its secrets; this command prints it. The bodies go to \
            the receiver as they came.
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
        let target = forwardTo ?? polar.settings.localURL + path
        try await StreamListener(polar: polar, organization: id, target: target).run()
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
