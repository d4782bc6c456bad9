import ArgumentParser
import CLinux
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

    @Option(help: ArgumentHelp("Write the port of the admin listener to this file.", valueName: "file"))
    var adminPortFile: String?

    func run() async throws {
        // A client or a log reader that goes away is an error of one call, not the end of the process.
        signal(SIGPIPE, SIG_IGN)
        // Programs of `exec` run as the same user and could read the secrets in this environment. Cannot fail for this value.
        _ = linux_close_to_others()
        let settings = try await Settings.load(options.source(isDevelopment: dev))
        let registry = ServeParts.makeRegistry()
        let log = ServeLog(settings)
        defer { log.finish() }
        let parts = try ServeParts(settings, registry: registry, log: log)
        let store = try settings.database.open(laneRule: settings.laneRule, logger: parts.logger)
        await parts.warnOfOrphans(in: store)
        let result = await outcome { try await serve(parts, parts.makeReceiver(store)) }
        await store.close()
        try result.get()
    }

    private func serve(_ parts: ServeParts, _ receiver: Receiver) async throws {
        let server = Server(
            configuration: parts.settings.server,
            responder: receiver.responder,
            tls: parts.tls,
            logger: parts.logger
        )
        let console = try parts.makeConsole(receiver)
        let service = ReceiverService(
            receiver: receiver,
            server: server,
            listener: parts.listener,
            grace: parts.settings.shutdownGrace,
            log: parts.log
        ) {
            try announce(parts, console)
        }
        try await ServiceGroup(
            services: parts.makeServices(receiver, console: console) + [service],
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: parts.logger
        ).run()
        parts.logger.notice("Stopped")
    }

    /// Says that messages can come.
    private func announce(_ parts: ServeParts, _ console: AdminService?) throws {
        let (settings, port) = (parts.settings, parts.listener.port)
        parts.logger.notice(
            "Listening",
            metadata: [
                "server.address": "\(settings.host)", "server.port": "\(port)",
                "url.scheme": "\(parts.tls == nil ? "http" : "https")",
                "store.location": "\(settings.database)", "service.version": "\(Version.current)",
            ]
        )
        if let adminPortFile, let admin = parts.admin { try PortFile(path: adminPortFile).write(admin.port) }
        if let portFile { try PortFile(path: portFile).write(port) }
        if dev {
            let guide = DevelopmentGuide(settings: settings, port: port, consoleLink: console?.makeLastingLink())
            parts.log.writer.write(guide.text)
        } else if case .memory = settings.database, let console {
            // 'polar-receiver console' cannot reach this receiver.
            StandardStream.error("This link signs in to the console, once: \(console.makeLastingLink())")
        }
    }
}
