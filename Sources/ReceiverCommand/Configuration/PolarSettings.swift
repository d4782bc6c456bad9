import Foundation
import PolarAPI

/// How the receiver reaches Polar's API.
struct PolarSettings: Sendable {
    /// Which Polar it is.
    enum Environment: String, CaseIterable {
        case production, sandbox
    }

    /// The way to Polar.
    enum Proxy: String, CaseIterable {
        case environment, none
    }

    /// Where the API is.
    let server: PolarServer

    /// The configured token, nil where there is none.
    let token: PolarAPI.AccessToken?

    /// Where `connect` keeps its tokens; nil for an inbox in memory, unless it is configured.
    let tokenFile: String?

    /// Whether requests go through the proxy that the environment names.
    let usesProxy: Bool

    /// How often to look how the endpoint fares; zero for never.
    let checkInterval: Duration

    /// How often to look for events that have not arrived; zero for never.
    let reconcileInterval: Duration

    /// Whether an endpoint that Polar has disabled is enabled again.
    let enablesEndpoint: Bool

    /// Reads and checks `polar.*`.
    ///
    /// - Throws: ``CommandFailure`` with exit code 78.
    init(_ reader: SettingReader, database: DatabaseLocation) throws {
        server = try Self.server(reader)
        token = try Self.token(reader)
        tokenFile = reader.optionalText("polar.token_file") ?? Self.tokenFile(beside: database)
        let proxy: Proxy = try reader.choice("polar.proxy")
        usesProxy = proxy == .environment
        checkInterval = try reader.seconds("polar.check_interval")
        reconcileInterval = try reader.seconds("polar.reconcile_interval")
        enablesEndpoint = try reader.flag("polar.enable_endpoint")
    }

    private static func server(_ reader: SettingReader) throws -> PolarServer {
        let environment: Environment = try reader.choice("polar.environment")
        guard let url = reader.optionalText("polar.api_url") else {
            return environment == .production ? .production : .sandbox
        }
        do throws(PolarError) { return try PolarServer(apiURL: url, webURL: url) } catch {
            throw reader.wrong("polar.api_url", url, "an https address, or an http one of this machine")
        }
    }

    private static func token(_ reader: SettingReader) throws -> PolarAPI.AccessToken? {
        guard let secret = try reader.secret("polar.access_token") else { return nil }
        do throws(PolarError) { return try PolarAPI.AccessToken(secret) } catch {
            throw CommandFailure.configuration(
                "The access token for Polar has characters that no token has; copy it again from Polar's settings."
            )
        }
    }

    private static func tokenFile(beside database: DatabaseLocation) -> String? {
        guard case .sqlite(let path) = database else { return nil }
        return URL(filePath: path).deletingLastPathComponent().appending(path: "polar-token.json").path
    }
}
