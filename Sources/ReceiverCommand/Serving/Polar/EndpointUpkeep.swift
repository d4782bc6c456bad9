import Logging
import PolarAPI
import PolarReceiver
import PolarReconciliation

/// Keeps one endpoint whole: its guardian looks, the reconciler repairs, one after the other.
actor EndpointUpkeep {
    private let endpoint: LocalEndpoint
    private let reconciler: Reconciler
    private let metrics: ReconciliationMetrics
    private let clock: any WallClock
    private let logger: Logger
    private var guardian: EndpointGuardian

    /// Says what speaks against enabling the endpoint again; nil where it is not to be enabled.
    private let selfTest: (@Sendable (LocalEndpoint) async -> [Finding])?
    private var isReconciling = false

    /// Whether the next comparison enables the endpoint.
    private var mustEnable = false
    private var isDisabled = false

    init(
        _ endpoint: LocalEndpoint,
        reconciler: Reconciler,
        guardian: EndpointGuardian,
        selfTest: (@Sendable (LocalEndpoint) async -> [Finding])?,
        clock: any WallClock = SystemWallClock(),
        logger: Logger
    ) {
        self.endpoint = endpoint
        self.reconciler = reconciler
        self.guardian = guardian
        self.selfTest = selfTest
        self.clock = clock
        self.logger = logger
        metrics = ReconciliationMetrics(endpoint: endpoint.name)
    }

    /// Looks how the endpoint fares, and has it enabled again where that is wanted and a test of the receiver has passed.
    func look() async {
        var guardian = guardian
        let condition = await guardian.look()
        self.guardian = guardian
        isDisabled = condition == .disabled
        guard isDisabled, let selfTest else { return }
        let findings = await selfTest(endpoint)
        guard findings.isEmpty else {
            for finding in findings {
                logger.error("Cannot enable the endpoint: \(finding.sentence) \(finding.remedy)")
            }
            return
        }
        await reconcile(enabling: true)
    }

    /// Looks for what has not arrived, and stores it.
    func reconcile(enabling: Bool = false) async {
        mustEnable = mustEnable || enabling
        // An actor lets others in while it waits. A second comparison at the same time would only do the same, but for one
        // that enables the endpoint: that follows the one under way.
        guard !isReconciling else { return }
        isReconciling = true
        defer { isReconciling = false }
        repeat {
            let enabling = mustEnable
            mustEnable = false
            await compare(enabling: enabling)
        } while mustEnable
    }

    private func compare(enabling: Bool) async {
        var options = ReconciliationOptions()
        options.enables = enabling
        // The states of all customers are read once, when the endpoint is enabled again.
        if isDisabled, !enabling { options.states = .none }
        do throws(ReconciliationError) {
            let outcome = try await reconciler.run(endpoint, options)
            metrics.note(outcome, now: clock.now)
            report(outcome)
        } catch {
            logger.warning(
                "Cannot compare the inbox with Polar, will try again",
                metadata: ["error.message": "\(error)", "endpoint.name": "\(endpoint.name)"]
            )
        }
    }

    private func report(_ outcome: Reconciliation) {
        let metadata: Logger.Metadata = [
            "endpoint.name": "\(endpoint.name)", "event.count": "\(outcome.events)",
            "event.recovered": "\(outcome.count(.recovered))", "event.lost": "\(outcome.count(.lost))",
            "event.delivered_elsewhere": "\(outcome.deliveredElsewhere)",
            "state.changed": "\(outcome.changedStates.count)",
        ]
        if outcome.wasEnabled { logger.notice("Enabled the endpoint in Polar again", metadata: metadata) }
        if outcome.count(.lost) > 0 {
            logger.error("Events are lost: Polar has removed their payloads", metadata: metadata)
        } else if outcome.holes.isEmpty && outcome.changedStates.isEmpty {
            logger.debug("The inbox has what Polar has", metadata: metadata)
        } else {
            logger.notice("Repaired what had not arrived", metadata: metadata)
        }
    }
}
