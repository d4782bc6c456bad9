import ArgumentParser
import EventStore
import Foundation
import HTTPServer
import Logging
import PolarReceiver
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

    func run() async throws {
        // A client or a log reader that goes away is an error of one call, not the end of the process.
        signal(SIGPIPE, SIG_IGN)
        let settings = try await settings()
        let endpoints = try settings.webhookEndpoints()
        let modules = try settings.modules()
        let tls = try settings.tlsCredentials()
        let logger = Self.makeLogger(settings)
        Self.warn(about: settings, endpoints, logger)
        // The port before the database, so that a second instance leaves no file behind.
        let listener = try Self.makeListener(settings)
        let store = try settings.database.open(laneRule: settings.laneRule)
        let result = await outcome { try await serve(settings, endpoints, modules, listener, tls, store, logger) }
        await store.close()
        try result.get()
    }

    private func settings() async throws -> Settings {
        var settings = try await options.load()
        if dev { try settings.addDevelopmentSecret() }
        return settings
    }

    private func serve(
        _ settings: Settings,
        _ endpoints: [WebhookEndpoint],
        _ modules: [any HandlerModule],
        _ listener: Listener,
        _ tls: TLSCredentials?,
        _ store: any EventStore,
        _ logger: Logger
    ) async throws {
        let receiver = try Self.makeReceiver(settings, endpoints, modules, store, logger)
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
            if dev { DevelopmentGuide(settings: settings, port: listener.port).print() }
        }
        let control = Self.makeControl(settings, receiver, logger)
        try await ServiceGroup(
            services: [control, TLSReload(credentials: tls, logger: logger), service].compactMap(\.self),
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        ).run()
        logger.notice("Stopped")
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

    private static func makeLogger(_ settings: Settings) -> Logger {
        let formatter = LogFormatter(format: settings.logFormat ?? .text, usesColour: isatty(STDOUT_FILENO) == 1)
        return Logger(label: "polar-receiver") { _ in
            LineLogHandler(formatter: formatter, descriptor: STDOUT_FILENO, logLevel: settings.logLevel)
        }
    }

    private static func warn(about settings: Settings, _ endpoints: [WebhookEndpoint], _ logger: Logger) {
        for sentence in Suspicions.sentences(about: endpoints) { logger.warning("\(sentence)") }
        if case .memory = settings.database {
            logger.warning("Messages are kept in memory only and are lost when the process ends; set DATABASE_URL")
        }
    }
}
