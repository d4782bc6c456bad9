import Configuration
import EventStore
import Foundation
import HTTPServer
import HTTPWire
import Logging
import PolarReceiver

/// Everything that can be configured, checked, with defaults filled in.
///
/// Environment variables win over the file, and both over the defaults. `config/receiver.yaml` describes each key.
struct Settings: Sendable {
    /// The address to listen on: an IPv4 or IPv6 address, or a host name.
    let host: String

    /// The port to listen on, 0 for any that is free.
    let port: Int
    let server: ServerConfiguration

    /// The certificate of the public listener; nil for HTTP without TLS.
    let tls: TLSFiles?
    let database: DatabaseLocation
    private let handlers: HandlerSettings
    private(set) var endpoints: [EndpointSettings]
    let logLevel: Logger.Level

    /// Nil when nobody chose one.
    let logFormat: LogFormat?

    /// How events about the same subject wait for each other.
    let laneRule: LaneRule

    /// What makes a message one that the inbox has already.
    let duplicates: DuplicateRule

    let retention: RetentionPolicy

    /// How long running handlers and clients have after the signal to stop.
    let shutdownGrace: Duration

    /// Reads the file, if any, and the environment.
    ///
    /// - Throws: ``CommandFailure`` with exit code 78 and a sentence that names the key.
    static func load(file: String?, environment: [String: String]) async throws -> Settings {
        let variables = environment.filter { !$0.value.isEmpty }
        var providers: [any ConfigProvider] = [
            EnvironmentVariablesProvider(environmentVariables: variables, secretsSpecifier: .all)
        ]
        var endpointNames: [String] = []
        var handlerKeys: [String: [String]] = [:]
        if let file {
            let document = try await ConfigurationFile(path: file)
            endpointNames = document.endpointNames
            handlerKeys = document.handlerKeys
            if let provider = document.provider { providers.append(provider) }
        }
        let reader = SettingReader(reader: ConfigReader(providers: providers))
        return try Settings(
            reader,
            endpointNames: endpointNames,
            handlers: HandlerSettings(reader, fileKeys: handlerKeys, environment: variables),
            environment: environment
        )
    }

    private init(
        _ reader: SettingReader,
        endpointNames: [String],
        handlers: HandlerSettings,
        environment: [String: String]
    ) throws {
        self.handlers = handlers
        host = reader.text("host") ?? "0.0.0.0"
        port = try reader.integer("port", in: 0...65_535) ?? 8_080
        server = try ServerConfiguration(reader)
        tls = try TLSFiles.configured(reader)
        database = try DatabaseLocation(reader.text("database_url") ?? "sqlite:data/receiver.db")
        endpoints = try EndpointSettings.all(named: endpointNames, reader, environment: environment)
        logLevel = try reader.choice("log_level") ?? .info
        logFormat = try reader.choice("log_format")
        laneRule = LaneRule(patience: .seconds(try reader.integer("delivery.lane_patience", in: 0...604_800) ?? 900))
        duplicates = try reader.flag("delivery.compare_bodies") ?? false ? .idOrBody : .id
        retention = try RetentionPolicy(reader)
        shutdownGrace = .seconds(try reader.integer("shutdown_grace", in: 0...3_600) ?? 8)
    }

    /// Gives every endpoint without a secret the one of `serve --dev`.
    mutating func addDevelopmentSecret() throws {
        for index in endpoints.indices where endpoints[index].secrets.isEmpty {
            endpoints[index].secrets = [try DevelopmentSecret.readOrMake()]
        }
    }

    /// Where this machine reaches its own receiver, without a path.
    var localURL: String {
        let address =
            switch host {
            case "0.0.0.0", "": "127.0.0.1"
            case "::": "[::1]"
            case let host where host.contains(":"): "[\(host)]"
            case let host: host
            }
        return "\(tls == nil ? "http" : "https")://\(address):\(port)"
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

    /// The endpoints with their secrets.
    ///
    /// - Throws: ``CommandFailure`` with exit code 78 where a secret is missing or is none.
    func webhookEndpoints() throws -> [WebhookEndpoint] {
        try endpoints.map { try $0.webhookEndpoint() }
    }
}

extension ServerConfiguration {
    fileprivate init(_ reader: SettingReader) throws {
        let limits = HTTPLimits()
        let standard = ServerConfiguration()
        self.init(
            limits: HTTPLimits(
                requestLine: try reader.integer("http.request_line_limit", in: 256...16_384) ?? limits.requestLine,
                headerSection: try reader.integer("http.header_limit", in: 1_024...32_768) ?? limits.headerSection,
                fieldCount: try reader.integer("http.field_limit", in: 16...100) ?? limits.fieldCount,
                body: try reader.integer("http.body_limit", in: 1_024...268_435_456) ?? limits.body
            ),
            headTimeout: try reader.seconds("http.head_timeout") ?? standard.headTimeout,
            bodyTimeout: try reader.seconds("http.body_timeout") ?? standard.bodyTimeout,
            idleTimeout: try reader.seconds("http.idle_timeout") ?? standard.idleTimeout,
            maximumConnections: try reader.integer("http.connection_limit", in: 1...1_000_000)
                ?? standard.maximumConnections,
            maximumConnectionsPerAddress: try reader.integer("http.address_limit", in: 1...1_000_000)
                ?? standard.maximumConnectionsPerAddress,
            trustedProxies: try TrustedProxies(reader)
        )
    }
}
