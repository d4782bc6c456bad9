import Logging
import PolarAPI
import PolarReceiver
import PolarReconciliation
import ServiceLifecycle

/// Asks Polar at intervals how the endpoints fare and what has not arrived, and repairs it.
struct PolarService: Service {
    private let upkeeps: [EndpointUpkeep]
    private let settings: PolarSettings
    private let clock: any WallClock

    /// - Throws: ``CommandFailure`` with exit code 78.
    init(_ settings: Settings, _ polar: PolarClient, _ receiver: Receiver, logger: Logger) throws {
        self.settings = settings.polar
        clock = SystemWallClock()
        let pacer = Pacer()
        let reconciler = Reconciler(
            polar: polar,
            inbox: RecoveryInbox(receiver),
            progress: settings.database.progressFile,
            pacer: pacer
        )
        // Whether this process serves needs no question.
        let doctor = Doctor(polar: polar, facts: try ReceiverFacts(settings, localURL: nil), pacer: pacer)
        let test: @Sendable (LocalEndpoint) async -> [Finding] = { await doctor.selfTest(of: $0) }
        upkeeps = settings.endpoints.map(\.local).map { endpoint in
            EndpointUpkeep(
                endpoint,
                reconciler: reconciler,
                guardian: EndpointGuardian(polar: polar, endpoint: endpoint, pacer: pacer, logger: logger),
                selfTest: settings.polar.enablesEndpoint ? test : nil,
                logger: logger
            )
        }
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                for upkeep in upkeeps {
                    group.addTask { await repeatedly(settings.checkInterval) { await upkeep.look() } }
                    group.addTask { await repeatedly(settings.reconcileInterval) { await upkeep.reconcile() } }
                }
            }
        }
    }

    private func repeatedly(_ interval: Duration, _ body: () async -> Void) async {
        guard interval > .zero else { return }
        while !Task.isCancelled {
            await body()
            try? await clock.sleep(for: interval)  // cancelled: the loop ends
        }
    }
}
