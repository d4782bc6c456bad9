import ArgumentParser
import CoreMetrics
import EventStore
import Foundation
import HTTPServer
import Logging
import PolarReceiver
import PrometheusMetrics
import ReceiverConsole
import ServiceLifecycle
import UnixSignals

/// `polar-receiver serve`.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Receive, store and deliver webhooks until SIGTERM or SIGINT."
    )

    @OptionGroup var options: ConfigurationOptions

    @Flag(help: "For trials: make a secret if none is set, and keep it where 'send' finds it.")
    var dev = false

    @Option(help: ArgumentHelp("Write the port to this file once it is open.", valueName: "file"))
    var portFile: String?

    @Option(help: ArgumentHelp("Write the port of the admin listener to this file.", valueName: "file"))
    var adminPortFile: String?

    func run() async throws {
        // A client or a log reader that goes away is an error of one call, not the end of the process.
        signal(SIGPIPE, SIG_IGN)
        let settings = try await settings()
        let endpoints = try settings.webhookEndpoints()
        let modules = try settings.modules()
        let tls = try settings.tlsCredentials()
        let registry = Self.makeRegistry()
        let level = LogLevel(settings.logLevel)
        let logger = Self.makeLogger(settings, level)
        Self.warn(about: settings, endpoints, logger)
        // The port before the database, so that a second instance leaves no file behind.
        let listener = try Self.makeListener(settings)
        let admin = try AdminListener(settings.admin, logger)
        let store = try settings.database.open(laneRule: settings.laneRule)
        let result = await outcome {
            let receiver = try Self.makeReceiver(settings, endpoints, modules, store, logger)
            let console = try admin?.serve(receiver, settings, registry, logger)
            if let adminPortFile, let admin { try PortFile(path: adminPortFile).write(admin.port) }
            try await serve(settings, receiver, console, admin?.port, listener, tls, level, logger)
        }
        await store.close()
        try result.get()
    }

    private func settings() async throws -> Settings {
        try await Settings.load(options.source(isDevelopment: dev))
    }

    private func serve(
        _ settings: Settings,
        _ receiver: Receiver,
        _ console: AdminService?,
        _ adminPort: Int?,
        _ listener: Listener,
        _ tls: TLSCredentials?,
        _ level: LogLevel,
        _ logger: Logger
    ) async throws {
        let service = ReceiverService(
            receiver: receiver,
            server: Server(configuration: settings.server, responder: receiver.responder, tls: tls, logger: logger),
            listener: listener,
            grace: settings.shutdownGrace
        ) {
            logger.notice(
                "Listening",
                metadata: [
                    "server.address": "\(settings.host)", "server.port": "\(listener.port)",
                    "url.scheme": "\(tls == nil ? "http" : "https")",
                    "store.location": "\(settings.database)", "service.version": "\(Version.current)",
                ]
            )
            if let portFile { try PortFile(path: portFile).write(listener.port) }
            if dev { DevelopmentGuide(settings: settings, port: listener.port, adminPort: adminPort).print() }
        }
        let control: (any Service)? = Self.makeControl(settings, receiver, logger)
        let reload = await ReloadService(settings, receiver: receiver, tls: tls, level: level, logger: logger)
        try await ServiceGroup(
            services: [console, control, reload, service].compactMap(\.self),
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        ).run()
        logger.notice("Stopped")
    }

    /// Collects the metrics of the process from now on.
    private static func makeRegistry() -> PrometheusRegistry {
        let registry = PrometheusRegistry(help: MetricHelp.texts, buckets: MetricHelp.buckets)
        ProcessCollector().register(in: registry)
        MetricsSystem.bootstrap(registry)
        return registry
    }

    private static func makeListener(_ settings: Settings) throws -> Listener {
        do throws(ServerError) {
            return try Listener(host: settings.host, port: settings.port)
        } catch {
            throw CommandFailure(error)
        }
    }

    /// The door for commands; nil, with a warning, where it cannot be made.
    private static func makeControl(
        _ settings: Settings,
        _ receiver: Receiver,
        _ logger: Logger
    ) -> (any Service)? {
        guard let path = settings.database.controlSocket else { return nil }
        do throws(ServerError) {
            return ControlService(receiver: receiver, listener: try Listener(path: path), logger: logger)
        } catch {
            logger.warning(
                "Commands cannot change deliveries while the receiver runs",
                metadata: ["error.message": "\(error)"]
            )
            return nil
        }
    }

    private static func makeReceiver(
        _ settings: Settings,
        _ endpoints: [WebhookEndpoint],
        _ modules: [any HandlerModule],
        _ store: any EventStore,
        _ logger: Logger
    ) throws -> Receiver {
        do throws(RegistrationError) {
            return try Receiver(
                endpoints: endpoints,
                modules: modules,
                store: store,
                duplicates: settings.duplicates,
                retention: settings.retention,
                logger: logger
            )
        } catch {
            throw CommandFailure.configuration(error.description)
        }
    }

    private static func makeLogger(_ settings: Settings, _ level: LogLevel) -> Logger {
        let formatter = LogFormatter(format: settings.logFormat, usesColour: isatty(STDOUT_FILENO) == 1)
        return Logger(label: "polar-receiver") { _ in
            LineLogHandler(formatter: formatter, descriptor: STDOUT_FILENO, level: level)
        }
    }

    private static func warn(about settings: Settings, _ endpoints: [WebhookEndpoint], _ logger: Logger) {
        for sentence in Suspicions.sentences(about: endpoints) { logger.warning("\(sentence)") }
        if case .memory = settings.database {
            logger.warning("Messages are kept in memory only and are lost when the process ends; set DATABASE_URL")
        }
    }
}
