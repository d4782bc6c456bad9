import HTTPServer
import Logging
import PolarReceiver
import PrometheusMetrics
import ReceiverConsole

/// The open port of the console.
struct AdminListener {
    private let settings: AdminSettings
    private let listener: Listener

    var port: Int { listener.port }

    /// Opens it; nil, with a warning, where nobody has chosen the port and another program has it: events matter more.
    ///
    /// - Throws: ``CommandFailure``.
    init?(_ settings: AdminSettings, _ logger: Logger) throws {
        self.settings = settings
        do throws(ServerError) {
            listener = try Listener(host: settings.host, port: settings.port)
        } catch {
            let sentence = error.sentence(hostSetting: "ADMIN_HOST", portSetting: "ADMIN_PORT")
            guard !settings.isPortChosen else { throw CommandFailure(sentence) }
            logger.warning(
                "The console is off; set ADMIN_PORT to a free port to have it",
                metadata: ["error.message": "\(sentence)"]
            )
            return nil
        }
    }

    /// The service that shows a receiver there; the inbox is open by then.
    ///
    /// - Throws: ``CommandFailure``, or an error when a page cannot be parsed.
    func serve(
        _ receiver: Receiver,
        _ settings: Settings,
        _ registry: PrometheusRegistry,
        _ logger: Logger
    ) throws -> AdminService {
        let warnings = SecretWarnings()
        let console = try Console(
            receiver: receiver,
            token: try self.settings.token ?? AdminTokenFile(settings.database).readOrMake(warnings),
            showsHealth: self.settings.isOnLoopback,
            registry: registry,
            version: Version.current,
            freeBytes: { [database = settings.database] in FreeSpace.bytes(for: database) },
            logger: logger
        )
        for sentence in warnings.all { logger.warning("\(sentence)") }
        logger.notice(
            "The console is open",
            metadata: ["server.address": "\(self.settings.host)", "server.port": "\(port)"]
        )
        let url = "http://\(ListenerHost.local(self.settings.host)):\(port)"
        return AdminService(console: console, url: url, listener: listener, logger: logger)
    }
}
