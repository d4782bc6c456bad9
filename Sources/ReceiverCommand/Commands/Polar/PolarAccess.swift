import Logging
import PolarAPI

/// Polar as commands reach it: every error is a sentence and an exit code.
struct PolarAccess {
    let settings: Settings
    private let client: PolarClient

    /// - Throws: ``CommandFailure`` with exit code 78 where there is no token.
    init(_ options: ConfigurationOptions) async throws {
        settings = try await options.load()
        client = try PolarConnection.require(settings.polar, logger: Self.logger)
    }

    /// Commands say what they did by themselves.
    static var logger: Logger { Logger(label: "polar-receiver") { _ in SwiftLogNoOpLogHandler() } }

    /// Asks Polar.
    ///
    /// - Throws: ``CommandFailure``.
    func ask<Value>(_ body: (PolarClient) async throws(PolarError) -> Value) async throws -> Value {
        do throws(PolarError) { return try await body(client) } catch {
            throw CommandFailure(MessageTable.printable("\(error)"))
        }
    }

    /// Reads an answer that has no end of its own, piece by piece, until `body` returns false or it ends.
    func stream(
        _ path: String,
        _ body: ([UInt8]) async throws(PolarError) -> Bool
    ) async throws(PolarError) {
        try await client.stream(path, body)
    }

    /// The one endpoint with this id, or whose id begins so.
    func endpoint(_ id: String) async throws -> PolarEndpoint {
        let all = try await ask { client throws(PolarError) in try await client.webhooks.allWebhookEndpoints() }
        let found = all.filter { $0.id.hasPrefix(id) }
        guard let first = found.first else { throw CommandFailure("Polar has no endpoint whose id begins with \(id).") }
        guard found.count == 1 else {
            throw CommandFailure("Several endpoints have ids that begin with \(id); give more of it.")
        }
        return first
    }
}
