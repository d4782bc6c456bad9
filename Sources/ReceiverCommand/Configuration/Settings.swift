import EventStore
import Foundation
import HTTPServer
import HTTPWire
import Logging
import PolarReceiver

/// Everything that can be configured, checked, with defaults filled in.
///
/// Environment variables win over the file, and both over the defaults. The catalogue of ``Setting`` describes each key.
struct Settings: Sendable {
    /// The address to listen on: an IPv4 or IPv6 address, or a host name.
    let host: String

    /// The port to listen on, 0 for any that is free.
    let port: Int
    let server: ServerConfiguration

    /// The certificate of the public listener; nil for HTTP without TLS.
    let tls: TLSFiles?

    /// The listener for operators.
    let admin: AdminSettings
    let database: DatabaseLocation

    /// Polar's API.
    let polar: PolarSettings
    let handlers: HandlerSettings
    private(set) var endpoints: [EndpointSettings]
    let logLevel: Logger.Level
    let logFormat: LogFormat

    /// How events about the same subject wait for each other.
    let laneRule: LaneRule

    /// What makes a message one that the inbox has already.
    let duplicates: DuplicateRule

    let retention: RetentionPolicy

    /// How long running handlers and clients have after the signal to stop.
    let shutdownGrace: Duration

    /// Where it was read from.
    let source: ConfigurationSource

    /// The files that it comes from, as they were when they were read.
    let files: WatchedFiles
    let reader: SettingReader

    /// Reads the file, if any, and the environment.
    ///
    /// - Throws: ``CommandFailure`` with exit code 78 and a sentence that names the key.
    static func load(_ source: ConfigurationSource) async throws -> Settings {
        // Before anything is read, so that a change meanwhile is seen.
        let files = await WatchedFiles(of: source)
        var document: ConfigurationFile?
        if let path = source.file { document = try await ConfigurationFile(path: path) }
        var settings = try Settings(source, document, files)
        if source.isDevelopment { try settings.addDevelopmentSecret() }
        return settings
    }

    private init(_ source: ConfigurationSource, _ file: ConfigurationFile?, _ files: WatchedFiles) throws {
        self.source = source
        self.files = files
        let environment = source.environment
        reader = SettingReader(environment: environment, file: file)
        handlers = HandlerSettings(reader, fileKeys: file?.handlerKeys ?? [:], environment: environment)
        host = reader.text("host")
        port = try reader.integer("port")
        tls = try TLSFiles.configured(reader)
        admin = try AdminSettings(reader, publicHost: host, publicPort: port)
        database = try DatabaseLocation(reader.text("database_url"))
        polar = try PolarSettings(reader, database: database)
        endpoints = try EndpointSettings.all(named: file?.endpointNames ?? [], reader, environment: environment)
        server = try ServerConfiguration(reader, preferring: endpoints.flatMap { $0.senders?.ranges ?? [] })
        logLevel = try reader.choice("log_level")
        logFormat = try reader.choice("log_format")
        laneRule = LaneRule(patience: try reader.seconds("delivery.lane_patience"))
        duplicates = try reader.flag("delivery.compare_bodies") ? .idOrBody : .id
        retention = try RetentionPolicy(reader)
        shutdownGrace = try reader.seconds("shutdown_grace")
    }

    /// Gives every endpoint without a secret the one of `serve --dev`.
    private mutating func addDevelopmentSecret() throws {
        for index in endpoints.indices where endpoints[index].secretTexts.isEmpty {
            endpoints[index].secretTexts = [SecretText(try DevelopmentSecret.readOrMake(reader.secretWarnings))]
        }
    }

    /// Where this machine reaches its own receiver, without a path.
    var localURL: String {
        "\(tls == nil ? "http" : "https")://\(ListenerHost.local(host)):\(port)"
    }

    /// The handler modules of this build and its configuration.
    ///
    /// - Throws: ``CommandFailure`` with exit code 78.
    func modules() throws -> [any HandlerModule] {
        try handlers.modules(ReceiverCommand.parts.modules, kinds: ReceiverCommand.parts.kinds)
    }

    /// The certificate and key of the public listener, if it has TLS.
    ///
    /// - Throws: ``CommandFailure`` with exit code 78.
    func tlsCredentials() throws -> TLSCredentials? {
        guard let tls else { return nil }
        do throws(TLSError) { return try TLSCredentials(tls) } catch {
            throw CommandFailure.configuration(error.description)
        }
    }

    /// The certificate and key of the public listener, read and not yet used.
    ///
    /// - Throws: ``CommandFailure`` with exit code 78.
    func tlsCertificate() throws -> TLSCertificate? {
        guard let tls else { return nil }
        do throws(TLSError) { return try TLSCertificate(tls) } catch {
            throw CommandFailure.configuration(error.description)
        }
    }

    /// The addresses in the lists of senders.
    var senderRanges: [AddressRange] { endpoints.flatMap { $0.senders?.ranges ?? [] } }

    /// The names of the endpoints, for people.
    var endpointNames: String { endpoints.map(\.name).joined(separator: ", ") }

    /// The endpoint of this name.
    ///
    /// - Throws: ``CommandFailure``.
    func endpoint(named name: String) throws -> EndpointSettings {
        guard let endpoint = endpoints.first(where: { $0.name == name }) else {
            throw CommandFailure("There is no endpoint \(name); there are \(endpointNames).")
        }
        return endpoint
    }

    /// The endpoints with their secrets.
    ///
    /// - Throws: ``CommandFailure`` with exit code 78 where a secret is missing or is none.
    func webhookEndpoints() throws -> [WebhookEndpoint] {
        try endpoints.map { try $0.webhookEndpoint() }
    }
}

extension ServerConfiguration {
    fileprivate init(_ reader: SettingReader, preferring senders: [AddressRange]) throws {
        let limits = HTTPLimits(
            requestLine: try reader.integer("http.request_line_limit"),
            headerSection: try reader.integer("http.header_limit"),
            fieldCount: try reader.integer("http.field_limit"),
            body: try reader.integer("http.body_limit")
        )
        self.init(
            limits: limits,
            bodyBudget: try Self.bodyBudget(reader, bodyLimit: limits.body),
            handshakeTimeout: try reader.seconds("tls.handshake_timeout"),
            headTimeout: try reader.seconds("http.head_timeout"),
            bodyTimeout: try reader.seconds("http.body_timeout"),
            idleTimeout: try reader.seconds("http.idle_timeout"),
            maximumConnections: try reader.integer("http.connection_limit"),
            maximumConnectionsPerAddress: try reader.integer("http.address_limit"),
            reservedConnections: try reader.integer("http.reserved_connections"),
            preferredClients: PreferredClients(senders),
            trustedProxies: try TrustedProxies(reader)
        )
    }

    /// The budget that is set, or else one that the longest body finds room in.
    private static func bodyBudget(_ reader: SettingReader, bodyLimit: Int) throws -> Int {
        let budget = try reader.integer("http.body_budget")
        let smallest = smallestBodyBudget(bodyLimit: bodyLimit)
        guard budget >= smallest || reader.optionalText("http.body_budget") == nil else {
            let reason = "http.body_limit and 1 MiB, so that the longest body finds room"
            throw reader.wrong("http.body_budget", "\(budget)", "at least \(smallest), \(reason)")
        }
        return budget
    }
}
