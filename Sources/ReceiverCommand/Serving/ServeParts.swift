import CoreMetrics
import EventStore
import Foundation
import HTTPServer
import Logging
import PolarReceiver
import PrometheusMetrics
import ReceiverConsole
import ServiceLifecycle

/// What `serve` needs before it opens the inbox, checked and open.
struct ServeParts {
    private let configuration: CheckedConfiguration
    let tls: TLSCredentials?
    let registry: PrometheusRegistry
    let log: ServeLog
    let logger: Logger
    let listener: Listener
    let admin: AdminListener?

    var settings: Settings { configuration.settings }

    /// Opens the ports, and nothing when something is wrong with the settings.
    ///
    /// The ports come before the database, so that a second instance leaves no file behind.
    ///
    /// - Throws: ``CommandFailure``.
    init(_ settings: Settings, registry: PrometheusRegistry, log: ServeLog) throws {
        configuration = try CheckedConfiguration(settings)
        self.registry = registry
        self.log = log
        logger = log.logger
        tls = try settings.tlsCredentials()
        do throws(ServerError) { listener = try Listener(host: settings.host, port: settings.port) } catch {
            throw CommandFailure(error)
        }
        admin = try AdminListener(settings.admin, logger)
        warn()
    }

    /// - Throws: ``CommandFailure`` with exit code 78.
    func makeReceiver(_ store: any EventStore) throws -> Receiver {
        do throws(RegistrationError) {
            return try Receiver(
                endpoints: configuration.endpoints,
                modules: configuration.modules,
                store: store,
                duplicates: settings.duplicates,
                retention: settings.retention,
                logger: logger
            )
        } catch {
            throw CommandFailure.configuration(error.description)
        }
    }

    /// The console; nil where its port is taken.
    func makeConsole(_ receiver: Receiver) throws -> AdminService? {
        try admin?.serve(receiver, settings, registry, logger)
    }

    /// The services beside the receiver itself; they end after it.
    func makeServices(_ receiver: Receiver, console: AdminService?) async throws -> [any Service] {
        let reload = await ReloadService(settings, receiver: receiver, tls: tls, level: log.level, logger: logger)
        let services: [(any Service)?] = [console, makeControl(receiver, console), reload, try makePolar(receiver)]
        return services.compactMap(\.self)
    }

    /// What asks Polar; nil without a token, and where it is never to be asked.
    private func makePolar(_ receiver: Receiver) throws -> PolarService? {
        guard settings.polar.checkInterval > .zero || settings.polar.reconcileInterval > .zero else { return nil }
        guard let polar = try PolarConnection.open(settings.polar, logger: logger) else { return nil }
        return try PolarService(settings, polar, receiver, logger: logger)
    }

    /// The door for commands; nil, with a warning, where it cannot be made.
    private func makeControl(_ receiver: Receiver, _ console: AdminService?) -> ControlService? {
        guard let path = settings.database.controlSocket else { return nil }
        do throws(ServerError) {
            return try ControlService(receiver: receiver, admin: console, path: path, logger: logger)
        } catch {
            logger.warning(
                "Commands cannot change deliveries while the receiver runs",
                metadata: ["error.message": "\(error)"]
            )
            return nil
        }
    }

    /// Collects the metrics of the process from now on.
    static func makeRegistry() -> PrometheusRegistry {
        let registry = PrometheusRegistry(help: MetricHelp.texts, buckets: MetricHelp.buckets)
        ProcessCollector().register(in: registry)
        MetricsSystem.bootstrap(registry)
        return registry
    }

    /// Says which deliveries no handler will run.
    func warnOfOrphans(in store: any EventStore) async {
        // A store that fails is reported once the receiver uses it.
        guard let summary = try? await store.summary() else { return }
        let orphans = OrphanedDeliveries(in: summary, handlers: configuration.modules.map(\.id))
        for sentence in orphans.sentences { logger.warning("\(sentence)") }
    }

    private func warn() {
        for sentence in configuration.warnings { logger.warning("\(sentence)") }
        if case .memory = settings.database {
            logger.warning("Messages are kept in memory only and are lost when the process ends; set DATABASE_URL")
        }
    }
}
