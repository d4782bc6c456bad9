import ArgumentParser
import Foundation
import PolarReceiver
import PolarReconciliation

/// `polar-receiver reconcile`.
struct ReconcileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconcile",
        abstract: "Find the events that Polar has and the inbox has not, and store them.",
        discussion: """
            Goes through Polar's delivery attempts since the last check. What has failed there and is not in the inbox is \
            stored from Polar's API, marked as recovered, and delivered to the handlers like any other message. Where the \
            endpoint was disabled meanwhile, the states of all customers are read, and a customer.state_changed marked as \
            synthetic is stored for each one that is not as the inbox knows it. The receiver may run meanwhile. An \
            interrupted check goes on where it stopped.
            """
    )

    @OptionGroup var options: ConfigurationOptions

    @Option(help: ArgumentHelp("Only this endpoint of the receiver; without it, all of them.", valueName: "name"))
    var endpoint: String?

    @Option(
        help: ArgumentHelp(
            "Look at everything since then: a timestamp, or an age such as 2h or 3d. Polar has payloads for 90 days.",
            valueName: "time"
        ),
        transform: MomentText.date
    )
    var since: Date?

    @Flag(help: "Only say what is missing.")
    var dryRun = false

    @Flag(help: "Have Polar send again what is missing, instead of storing what its API has.")
    var redeliver = false

    @Flag(help: "Store events too that Polar counts as delivered: for an inbox that was lost, or is an old copy.")
    var includeDelivered = false

    @Flag(help: "Enable the endpoint first if Polar has disabled it.")
    var enable = false

    @Option(help: "Whose states to read: of all customers if the endpoint was 'disabled', of 'all', or of 'none'.")
    var states = ReconciliationOptions.States.disabled

    @Flag(help: "Print one JSON object per endpoint.")
    var json = false

    func run() async throws {
        let settings = try await options.load()
        let endpoints = try chosen(settings)
        let logger = PolarAccess.logger
        let polar = try PolarConnection.require(settings.polar, logger: logger)
        let access = try InboxAccess(settings.database)
        try await access.edit { editor in
            let reconciler = Reconciler(
                polar: polar,
                inbox: try await RecoveryInbox(access, editor, settings, logger),
                progress: settings.database.progressFile
            )
            for endpoint in endpoints { try await reconcile(endpoint, reconciler) }
        }
    }

    private func chosen(_ settings: Settings) throws -> [LocalEndpoint] {
        guard let endpoint else { return settings.endpoints.map(\.local) }
        return [try settings.endpoint(named: endpoint).local]
    }

    private func reconcile(_ endpoint: LocalEndpoint, _ reconciler: Reconciler) async throws {
        var bar = StepBar()
        defer { bar.end() }
        let outcome: Reconciliation
        do throws(ReconciliationError) {
            outcome = try await reconciler.run(endpoint, reconciliationOptions) { bar.show($0, of: $1) }
        } catch {
            throw CommandFailure(MessageTable.printable("\(error)"))
        }
        bar.end()
        let line = ReconciliationLine(endpoint: endpoint.name, outcome: outcome)
        try StandardStream.output(json ? JSONLine.text(line) : line.text)
    }

    private var reconciliationOptions: ReconciliationOptions {
        var options = ReconciliationOptions()
        options.since = since
        options.isDryRun = dryRun
        options.redelivers = redeliver
        options.includesDelivered = includeDelivered
        options.enables = enable
        options.states = states
        return options
    }
}

extension ReconciliationOptions.States: ExpressibleByArgument {}
