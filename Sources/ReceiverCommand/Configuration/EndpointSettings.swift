import EventStore
import Foundation
import PolarReceiver

/// One endpoint as configured.
struct EndpointSettings: Sendable {
    /// The endpoint of a receiver that configures none.
    static let defaultName = "polar"
    static let defaultPath = "/webhooks/polar"

    let name: String
    let path: String
    let tolerance: Duration

    /// The id of the endpoint in Polar; nil for the one whose URL ends in the path.
    let polarID: String?

    /// The handlers that get its events; nil for all.
    let handlers: Set<HandlerID>?

    /// Where its messages are expected to come from; nil for anywhere.
    let senders: SenderList?

    /// The texts of the secrets as they were found, one for each place that has secrets.
    var secretTexts: [SecretText]

    /// The file that all of them come from; nil where they come from elsewhere too.
    private(set) var secretFile: String?

    /// Where they come from.
    private(set) var secretOrigins: [SettingOrigin]

    /// Whether they are those of the environment, which replace what the configuration says.
    private(set) var hasSecretsOfEnvironment = false

    /// The endpoints of a configuration; secrets of the environment go to the only one, or to `polar`.
    static func all(
        named names: [String],
        _ reader: SettingReader,
        environment: [String: String]
    ) throws -> [EndpointSettings] {
        var endpoints = try (names.isEmpty ? [defaultName] : names).map { try EndpointSettings(name: $0, reader) }
        guard let texts = try ConfiguredSecrets.inEnvironment(environment, reader.secretWarnings) else {
            return endpoints
        }
        let index = endpoints.count == 1 ? 0 : endpoints.firstIndex { $0.name == defaultName }
        guard let index else {
            throw CommandFailure.configuration(
                "POLAR_WEBHOOK_SECRET is for the endpoint \(defaultName), but none has that name; rename one or unset it."
            )
        }
        endpoints[index].secretTexts = texts
        endpoints[index].secretOrigins = ConfiguredSecrets.variables(in: environment).map(SettingOrigin.environment)
        endpoints[index].hasSecretsOfEnvironment = true
        let hasFileOnly = ConfiguredSecrets.variables(in: environment) == ["POLAR_WEBHOOK_SECRET_FILE"]
        endpoints[index].secretFile = hasFileOnly ? environment["POLAR_WEBHOOK_SECRET_FILE"] : nil
        return endpoints
    }

    private init(name: String, _ reader: SettingReader) throws {
        let prefix = "endpoints.\(name)"
        self.name = name
        path = reader.text("\(prefix).path")
        tolerance = try reader.seconds("\(prefix).tolerance")
        polarID = reader.optionalText("\(prefix).polar_id")
        handlers = reader.texts("\(prefix).handlers").map { Set($0.map(HandlerID.init(rawValue:))) }
        senders = try SenderList(reader, under: prefix)
        let list = reader.secretEntry("\(prefix).secrets")
        (secretTexts, secretOrigins) = (list?.texts.map { SecretText($0) } ?? [], list.map { [$0.origin] } ?? [])
        if let file = reader.optionalText("\(prefix).secret_file") {
            secretFile = secretTexts.isEmpty ? file : nil
            secretTexts.append(try ConfiguredSecrets.inFile(file, reader.secretWarnings))
            secretOrigins.append(.file(file))
        }
        try checkPath(key: "\(prefix).path")
    }

    /// The endpoint with its keys.
    ///
    /// - Throws: ``CommandFailure`` with exit code 78 where there is no secret or an empty one.
    func webhookEndpoint() throws -> WebhookEndpoint {
        guard !secretTexts.isEmpty else {
            throw name == Self.defaultName ? ConfiguredSecrets.missing : missingSecret
        }
        return WebhookEndpoint(
            name: name,
            path: path,
            secrets: try ConfiguredSecrets.secrets(secretTexts),
            tolerance: tolerance,
            handlers: handlers,
            senders: senders
        )
    }

    /// The secrets in these texts, without what stands around them.
    var secrets: [String] { secretTexts.flatMap(\.parts) }

    private var missingSecret: CommandFailure {
        let key = "endpoints.\(name)"
        return .configuration("The endpoint \(name) has no secret: set \(key).secret_file or \(key).secrets.")
    }

    private func checkPath(key: String) throws {
        guard path != "/", WebhookEndpoint.canServe(path) else {
            throw CommandFailure.configuration(
                "The setting \(SettingName.both(key)) is \(path), it must be a path such as \(Self.defaultPath)."
            )
        }
    }
}
