import HTTPServer
import Logging
import PolarReceiver

/// Reads the configuration again, and puts in force what can change while the receiver runs.
struct Reload: Sendable {
    private let source: ConfigurationSource
    private let receiver: Receiver
    private let tls: TLSCredentials?
    private let expiry: CertificateExpiry?
    private let preferredClients: PreferredClients
    private let level: LogLevel
    private let logger: Logger
    private let metrics = ReloadMetrics()
    private var files: WatchedFiles
    private var changes: SettingChanges

    /// - Parameter settings: what is in force.
    init(_ settings: Settings, receiver: Receiver, tls: TLSCredentials?, level: LogLevel, logger: Logger) {
        source = settings.source
        files = settings.files
        changes = SettingChanges(settings)
        self.receiver = receiver
        self.tls = tls
        expiry = tls.map { CertificateExpiry(credentials: $0, logger: logger) }
        preferredClients = settings.server.preferredClients
        self.level = level
        self.logger = logger
    }

    /// Says what an operator should know from the start.
    func warn() {
        expiry?.warn()
    }

    /// Looks at the files again, and reads everything if one of them has changed or `isForced`.
    ///
    /// - Parameter watch: watches the files from before they are looked at.
    mutating func run(isForced: Bool, watch: FileWatch) async {
        let isWatched = watch.watch(await WatchedFiles(of: source).paths)
        if !isWatched { logger.warning("Cannot watch the files of the configuration; send SIGHUP after a change") }
        let files = await WatchedFiles(of: source)
        guard isForced || files != self.files else { return }
        self.files = files
        await read()
    }

    private mutating func read() async {
        do {
            try apply(try CheckedConfiguration(try await Settings.load(source)))
            metrics.countSuccess()
        } catch {
            metrics.countFailure()
            logger.error(
                "Cannot use the new configuration, the one so far stays in force",
                metadata: ["error.message": "\(error)"]
            )
        }
    }

    /// Everything or, with an error, nothing.
    private mutating func apply(_ new: CheckedConfiguration) throws {
        if let tls, let certificate = new.certificate {
            do throws(TLSError) { try tls.check(certificate) } catch {
                throw CommandFailure.configuration(error.description)
            }
        }
        try receiver.reload(endpoints: new.endpoints, modules: new.modules)
        if let tls, let certificate = new.certificate { tls.use(certificate) }
        preferredClients.use(new.settings.senderRanges)
        level.value = new.settings.logLevel
        changes.apply(new.settings, usesTLS: tls != nil)
        report(new)
    }

    private func report(_ new: CheckedConfiguration) {
        for sentence in new.warnings { logger.warning("\(sentence)") }
        var metadata: Logger.Metadata = ["setting.changed": Self.list(changes.applied)]
        if let expiry { metadata["tls.expiry"] = "\(expiry.text)" }
        logger.notice("Read the configuration again", metadata: metadata)
        warn()
        guard !changes.waiting.isEmpty else { return }
        logger.warning(
            "Some settings differ from the configuration until the next restart",
            metadata: ["setting.waiting": Self.list(changes.waiting)]
        )
    }

    private static func list(_ names: [String]) -> Logger.MetadataValue {
        "\(names.isEmpty ? "none" : names.joined(separator: ", "))"
    }
}
