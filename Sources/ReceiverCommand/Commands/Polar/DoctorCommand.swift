import ArgumentParser
import Foundation
import PolarAPI
import PolarEvents
import PolarReceiver
import PolarReconciliation

/// `polar-receiver doctor`.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Compare Polar's endpoints with this receiver, and say what is wrong and what to do.",
        discussion: """
            Looks at the endpoints in Polar, at the configuration and its handlers, at this machine's clock, and calls the \
            public address as Polar does. It changes nothing. It exits with 1 where something is wrong.
            """
    )

    @OptionGroup var options: ConfigurationOptions

    @Flag(help: "Print one JSON object per finding.")
    var json = false

    @Flag(help: "Do not ask for the receiver on this machine.")
    var withoutReceiver = false

    func run() async throws {
        let settings = try await options.load()
        let polar = try PolarConnection.require(settings.polar, logger: PolarAccess.logger)
        let facts = try ReceiverFacts(settings, localURL: withoutReceiver ? nil : settings.localURL)
        // nil: there is no inbox yet, or it is in memory; the other checks do not need one.
        let inbox = (try? InboxAccess(settings.database)).map { RecoveryInbox(reading: $0.inboxReader) }
        let findings = await Doctor(polar: polar, facts: facts, inbox: inbox).examine()
        for finding in findings { try StandardStream.output(json ? JSONLine.text(finding) : text(finding)) }
        let isWell = findings.allSatisfy { $0.severity == .note }
        if findings.isEmpty, !json { try StandardStream.output("Everything is as it should be.") }
        guard isWell else { throw ExitCode.failure }
    }

    private func text(_ finding: Finding) -> String {
        let place = finding.endpoint.map { " (endpoint \($0))" } ?? ""
        let word = coloured(finding.severity.rawValue, finding.severity)
        let (sentence, remedy) = (MessageTable.printable(finding.sentence), MessageTable.printable(finding.remedy))
        return "\(word)\(place): \(sentence)\n  \(remedy)\n"
    }

    /// On a terminal only.
    private func coloured(_ word: String, _ severity: Finding.Severity) -> String {
        guard isatty(STDOUT_FILENO) == 1 else { return word }
        let colour =
            switch severity {
            case .error: 31
            case .warning: 33
            case .note: 36
            }
        return "\u{1B}[\(colour)m\(word)\u{1B}[0m"
    }
}

extension ReceiverFacts {
    /// What a configuration says.
    ///
    /// - Throws: ``CommandFailure`` with exit code 78.
    init(_ settings: Settings, localURL: String?) throws {
        self.init(
            endpoints: try settings.endpoints.map { endpoint in
                let interest = try EventInterest(settings, of: endpoint)
                return Endpoint(
                    endpoint.local,
                    secrets: endpoint.secrets,
                    tolerance: endpoint.tolerance,
                    wantedTypes: Set(EventType.all.filter(interest.asks).map(\.rawValue)),
                    takesEveryType: interest.takesEveryType
                )
            },
            localURL: localURL,
            server: settings.polar.server,
            comparesBodies: settings.duplicates == .idOrBody
        )
    }
}
