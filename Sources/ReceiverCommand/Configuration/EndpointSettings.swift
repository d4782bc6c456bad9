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

    /// The texts of the secrets, verbatim.
    var secrets: [String]

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
        guard let secrets = try SecretText.inEnvironment(environment) else { return endpoints }
        let index = endpoints.count == 1 ? 0 : endpoints.firstIndex { $0.name == defaultName }
        guard let index else {
            throw CommandFailure.configuration(
                "POLAR_WEBHOOK_SECRET is for the endpoint \(defaultName), but none has that name; rename one or unset it."
            )
        }
        endpoints[index].secrets = secrets
        endpoints[index].secretOrigins = SecretText.variables(in: environment).map(SettingOrigin.environment)
        endpoints[index].hasSecretsOfEnvironment = true
        let hasFileOnly = SecretText.variables(in: environment) == ["POLAR_WEBHOOK_SECRET_FILE"]
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
        let list = reader.entry("\(prefix).secrets", isList: true)
        (secrets, secretOrigins) = (list?.texts ?? [], list.map { [$0.origin] } ?? [])
        if let file = reader.optionalText("\(prefix).secret_file") {
            secretFile = secrets.isEmpty ? file : nil
            secrets += try SecretText.lines(ofFile: file)
            secretOrigins.append(.file(file))
        }
        try checkPath(key: "\(prefix).path")
    }

    /// The endpoint with its keys.
    ///
    /// - Throws: ``CommandFailure`` with exit code 78 where there is no secret or an empty one.
    func webhookEndpoint() throws -> WebhookEndpoint {
        guard !secrets.isEmpty else { throw name == Self.defaultName ? SecretText.missing : missingSecret }
        return WebhookEndpoint(
            name: name,
            path: path,
            secrets: try secrets.map(SecretText.secret),
            tolerance: tolerance,
            handlers: handlers,
            senders: senders
        )
    }

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
