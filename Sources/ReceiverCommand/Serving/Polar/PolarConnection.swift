import Logging
import PolarAPI

/// The way to Polar's API with the token that is configured, or else the one of `connect`.
enum PolarConnection {
    /// Nil where there is no token.
    ///
    /// - Throws: ``CommandFailure`` where the file of `connect` cannot be used.
    static func open(_ settings: PolarSettings, logger: Logger) throws -> PolarClient? {
        guard let source = try tokens(settings, logger) else { return nil }
        return PolarClient(server: settings.server, token: source, usesProxy: settings.usesProxy, logger: logger)
    }

    /// The same for commands that can do nothing without one.
    static func require(_ settings: PolarSettings, logger: Logger) throws -> PolarClient {
        guard let client = try open(settings, logger: logger) else {
            throw CommandFailure.configuration(
                """
                There is no token for Polar's API: run 'polar-receiver connect', or put an organization access token into \
                a file and set POLAR_ACCESS_TOKEN_FILE.
                """
            )
        }
        return client
    }

    private static func tokens(_ settings: PolarSettings, _ logger: Logger) throws -> (any AccessTokenSource)? {
        if let token = settings.token { return FixedAccessToken(token) }
        guard let file = settings.tokenFile.map(TokenFile.init), file.exists else { return nil }
        do throws(PolarError) {
            return try StoredTokens(file: file, usesProxy: settings.usesProxy, logger: logger)
        } catch {
            throw CommandFailure("\(error)")
        }
    }
}
