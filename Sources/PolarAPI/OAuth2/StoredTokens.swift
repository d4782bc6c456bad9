public import Foundation
public import Logging

/// The tokens of a file, refreshed before they expire.
///
/// A refresh kills the old pair at once. So there is one at a time, however many tasks and programs want one; it goes on when
/// whoever wanted it is cancelled; and the new pair is on the disk before anybody gets it. That a refresh has begun is noted
/// before, so that what happened is known when the process ends in between.
public actor StoredTokens: AccessTokenSource {
    private let file: TokenFile
    private let now: @Sendable () -> Date
    private let sleep: @Sendable (Duration) async throws -> Void
    private let logger: Logger
    private let makeClient: @Sendable (StoredGrant) throws(PolarError) -> OAuth2Client

    /// What is on the disk, as far as this process knows.
    private var grant: StoredGrant

    /// What Polar has given instead, and the disk has not taken yet.
    private var unsaved: StoredGrant?

    /// The refresh token that Polar does not take, and what was said of it.
    private var deadEnd: (refreshToken: String, error: PolarError)?

    private var refresh: Task<Result<StoredGrant, PolarError>, Never>?

    /// Reads the file.
    ///
    /// - Parameter usesProxy: whether requests go through the proxy that the environment names.
    /// - Throws: ``PolarError/tokenFile(reason:)``.
    public init(
        file: TokenFile,
        usesProxy: Bool = true,
        now: @escaping @Sendable () -> Date = { Date() },
        logger: Logger
    ) throws(PolarError) {
        try self.init(file: file, now: now, logger: logger) { grant throws(PolarError) in
            OAuth2Client(
                server: try grant.server(),
                credentials: grant.credentials,
                usesProxy: usesProxy,
                now: now,
                logger: logger
            )
        }
    }

    /// - Parameters:
    ///   - sleep: waits between two looks whether another program is done.
    ///   - makeClient: makes the client that asks for new tokens.
    init(
        file: TokenFile,
        now: @escaping @Sendable () -> Date,
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
        logger: Logger,
        makeClient: @escaping @Sendable (StoredGrant) throws(PolarError) -> OAuth2Client
    ) throws(PolarError) {
        self.file = file
        self.now = now
        self.sleep = sleep
        self.logger = logger
        self.makeClient = makeClient
        grant = try file.read()
    }

    /// A token that works for a while.
    ///
    /// Where Polar cannot be asked for a new one, the old one is given until its end. A caller that is cancelled waits
    /// nevertheless, so that a program which ends its tasks before itself loses no tokens.
    public func accessToken() async throws(PolarError) -> AccessToken {
        guard unsaved != nil || grant.isDue(at: now()) else { return grant.tokens.accessToken }
        do { return try await refreshed() } catch {
            guard error.isPassing, unsaved == nil, grant.tokens.expiresAt > now() else { throw error }
            logger.warning(
                "Cannot refresh the tokens for Polar's API yet, will try again",
                metadata: ["error.message": "\(error)"]
            )
            return grant.tokens.accessToken
        }
    }

    /// Another token than one that Polar has refused.
    public func replacement(for token: AccessToken) async throws(PolarError) -> AccessToken? {
        if unsaved == nil, grant.tokens.accessToken != token { return grant.tokens.accessToken }
        return try await refreshed()
    }

    // MARK: One refresh at a time

    /// Waits for the refresh that is under way, or begins one.
    private func refreshed() async throws(PolarError) -> AccessToken {
        // A task of its own, because whoever wants the tokens may be cancelled, and what is under way must be kept.
        let task = refresh ?? Task { await self.refreshOnce() }
        refresh = task
        return try await task.value.get().tokens.accessToken
    }

    private func refreshOnce() async -> Result<StoredGrant, PolarError> {
        defer { refresh = nil }
        do throws(PolarError) { return .success(try await exchange()) } catch { return .failure(error) }
    }

    /// Asks for a new pair, unless another program has one already.
    private func exchange() async throws(PolarError) -> StoredGrant {
        let lock = try await TokenFileLock.wait(for: file, sleep: sleep)
        defer { withExtendedLifetime(lock) {} }
        let stored = try await OwnThread.run { [file] () throws(PolarError) in try file.read() }
        if stored.tokens.accessToken != grant.tokens.accessToken {
            // Another program has refreshed or connected since; what it has is newer than anything here.
            (grant, unsaved) = (stored, nil)
            guard stored.isDue(at: now()) else { return stored }
        }
        if unsaved == nil { unsaved = try await requested(instead: stored) }
        return try await kept()
    }

    /// Writes down what Polar has given; only then is it used.
    private func kept() async throws(PolarError) -> StoredGrant {
        guard let new = unsaved else { return grant }
        do throws(PolarError) { try await write(new) } catch {
            logger.critical(
                "The new tokens for Polar's API are not on the disk yet, and lost with this process; will try again",
                metadata: ["error.message": "\(error)"]
            )
            throw error
        }
        (grant, unsaved) = (new, nil)
        logger.info("Refreshed the tokens for Polar's API")
        return new
    }

    // MARK: The request

    private func requested(instead stored: StoredGrant) async throws(PolarError) -> StoredGrant {
        guard let refreshToken = stored.tokens.refreshToken else {
            throw .connectAgain(reason: "The token for Polar's API has ended, and there is no refresh token.")
        }
        if let deadEnd, deadEnd.refreshToken == refreshToken { throw deadEnd.error }
        let client = try makeClient(stored)
        var new = stored
        new.refreshBegan = stored.refreshBegan ?? now()
        // Also shows that the folder takes files, before there is something to lose.
        try await write(new)
        do throws(PolarError) { new.tokens = try await client.token(.refreshToken(refreshToken)) } catch {
            throw await failure(error, stored, refreshToken)
        }
        new.tokens = new.tokens.completed(by: stored.tokens)
        new.refreshBegan = nil
        return new
    }

    /// What a refresh without tokens means.
    private func failure(_ error: PolarError, _ stored: StoredGrant, _ refreshToken: String) async -> PolarError {
        // Where no answer came, nobody knows what Polar did: the note that a refresh has begun stays.
        guard error.isRefusal else { return error }
        // Should this fail, a note too many stays, which costs nothing but a refresh.
        try? await write(stored)
        guard case .oauth(let refusal) = error, refusal.code == .invalidGrant else { return error }
        let dead = PolarError.connectAgain(reason: Self.reason(stored.refreshBegan))
        deadEnd = (refreshToken, dead)
        return dead
    }

    private static func reason(_ began: Date?) -> String {
        guard let began else {
            return "Polar does not take the refresh token: access was withdrawn, or something else has used it."
        }
        return """
            A refresh of the tokens that began at \(began.ISO8601Format()) ended before the new ones were kept, and Polar \
            does not take the old ones any more.
            """
    }

    private func write(_ grant: StoredGrant) async throws(PolarError) {
        try await OwnThread.run { [file] () throws(PolarError) in try file.write(grant) }
    }
}

extension PolarError {
    /// Whether Polar has answered, and not done what was asked.
    fileprivate var isRefusal: Bool {
        switch self {
        case .oauth, .rateLimited, .unauthorized, .forbidden, .notFound, .invalid: true
        case .refused(let status, _, _): status < 500
        default: false
        }
    }
}
