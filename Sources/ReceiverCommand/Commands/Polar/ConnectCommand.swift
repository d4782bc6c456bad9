import ArgumentParser
import Foundation
import PolarAPI
import PolarReceiver

/// `polar-receiver connect`.
struct ConnectCommand: AsyncParsableCommand {
    /// What the receiver does with Polar's API.
    static let scopes = ["webhooks:read", "webhooks:write", "customers:read", "organizations:read"]

    static let configuration = CommandConfiguration(
        commandName: "connect",
        abstract: "Allow this receiver to use Polar's API, in the browser.",
        discussion: """
            Prints an address to open in a browser on this machine, waits until you have allowed access there, and keeps \
            the tokens in a file that only you may read; the receiver refreshes them by itself. Without --client-id it \
            registers itself as a client of Polar. For your own organization an access token is simpler: make one in \
            Polar's settings and check it with --access-token-file.
            """
    )

    @OptionGroup var options: ConfigurationOptions

    @Option(help: ArgumentHelp("A client that is registered with Polar.", valueName: "id"))
    var clientID: String?

    @Option(help: ArgumentHelp("A file with that client's secret; without it the client has none.", valueName: "file"))
    var clientSecretFile: String?

    @Option(help: ArgumentHelp("The port for the browser to come back to; 0 takes a free one.", valueName: "port"))
    var port = 0

    @Option(help: ArgumentHelp("Only check the access token in this file.", valueName: "file"))
    var accessTokenFile: String?

    func validate() throws {
        guard clientSecretFile == nil || clientID != nil else {
            throw ValidationError("--client-secret-file is for the client of --client-id.")
        }
    }

    func run() async throws {
        let settings = try await options.load().polar
        if let accessTokenFile { return try await check(accessTokenFile, settings) }
        guard let path = settings.tokenFile else {
            throw CommandFailure.configuration("An inbox in memory has no place for tokens: set polar.token_file.")
        }
        let callback = try CallbackServer(port: port)
        let grant: StoredGrant
        do { grant = try await signIn(callback, settings) } catch {
            await callback.stop()
            throw error
        }
        await callback.stop()
        try polarErrors { () throws(PolarError) in try TokenFile(path: path).write(grant) }
        try await report(FixedAccessToken(grant.tokens.accessToken), settings, "The tokens are in \(path).")
    }

    // MARK: In the browser

    private func signIn(_ callback: CallbackServer, _ settings: PolarSettings) async throws -> StoredGrant {
        let credentials = try await credentials(callback.redirectURI, settings)
        let client = OAuth2Client(
            server: settings.server,
            credentials: credentials,
            usesProxy: settings.usesProxy,
            logger: PolarAccess.logger
        )
        let verifier = PKCEVerifier()
        let request = AuthorizationRequest(
            redirectURI: callback.redirectURI,
            scope: Self.scopes,
            state: callback.state,
            challenge: try polarErrors { () throws(PolarError) in try verifier.challenge() }
        )
        try StandardStream.output(
            "Open this address in a browser on this machine:\n\n\(client.authorizeURL(request))\n"
        )
        let code = try await callback.code()
        let grant = TokenRequest.authorizationCode(
            code: code,
            redirectURI: callback.redirectURI,
            verifier: verifier
        )
        do throws(PolarError) {
            return StoredGrant(server: settings.server, credentials: credentials, tokens: try await client.token(grant))
        } catch {
            throw CommandFailure(MessageTable.printable("\(error)"))
        }
    }

    private func credentials(_ redirectURI: String, _ settings: PolarSettings) async throws -> OAuth2Credentials {
        if let clientID {
            let secret = try clientSecretFile.map { try Self.secret(inFile: $0) }
            let way = secret.map { ClientAuthentication.secretPost(ClientSecret($0)) } ?? .none
            return OAuth2Credentials(clientID: clientID, authentication: way)
        }
        let configuration = ClientConfiguration(
            name: "polar-receiver",
            redirectURIs: [redirectURI],
            scope: Self.scopes
        )
        do throws(PolarError) {
            let registrar = OAuth2Registrar(
                server: settings.server,
                usesProxy: settings.usesProxy,
                logger: PolarAccess.logger
            )
            return OAuth2Credentials(clientID: try await registrar.register(configuration).clientID)
        } catch {
            throw CommandFailure("\(error) Register a client in Polar's settings, and give --client-id.")
        }
    }

    private static func secret(inFile path: String) throws -> String {
        try ConfiguredSecrets.single(inFile: path, RootCommand.warnings)
    }

    // MARK: Afterwards

    private func check(_ file: String, _ settings: PolarSettings) async throws {
        let text = try Self.secret(inFile: file)
        let token = try polarErrors { () throws(PolarError) in try AccessToken(text) }
        try await report(FixedAccessToken(token), settings, "Set POLAR_ACCESS_TOKEN_FILE=\(file) for the receiver.")
    }

    /// Uses the token once for each thing that it is for.
    private func report(_ token: FixedAccessToken, _ settings: PolarSettings, _ ending: String) async throws {
        let polar = PolarClient(
            server: settings.server,
            token: token,
            usesProxy: settings.usesProxy,
            logger: PolarAccess.logger
        )
        let (names, endpointCount): ([String], Int)
        do throws(PolarError) {
            names = try await polar.organizations.list().items.map(\.name)
            endpointCount = try await polar.webhooks.allWebhookEndpoints().count
            _ = try await polar.customers.list(limit: 1)
        } catch {
            throw CommandFailure(MessageTable.printable("\(error)"))
        }
        let organizations = names.isEmpty ? "no organization" : names.joined(separator: ", ")
        let endpoints = Counted.text(endpointCount, "webhook endpoint")
        try StandardStream.output(MessageTable.printable("Connected to \(organizations), which has \(endpoints)."))
        try StandardStream.output(ending)
    }

    private func polarErrors<Value>(_ body: () throws(PolarError) -> Value) throws -> Value {
        do throws(PolarError) { return try body() } catch { throw CommandFailure(MessageTable.printable("\(error)")) }
    }
}
