import Foundation
import PolarAPI
import Synchronization

/// A file of tokens as `connect` leaves it, and a clock.
final class TokenFileFixture: Sendable {
    /// When the pair of the file was requested; not a whole second, as no moment is.
    static let start = Date(timeIntervalSince1970: 1_790_000_000.75)

    let folder: TemporaryFolder
    let file: TokenFile
    private let moment = Mutex(start)

    init(life: TimeInterval = 3_600, server: PolarServer, refreshToken: String? = "old-refresh-token") throws {
        folder = try TemporaryFolder()
        file = TokenFile(path: folder.path + "/polar-token.json")
        try file.write(Self.grant("old", life: life, server: server, refreshToken: refreshToken))
    }

    static func grant(
        _ name: String,
        life: TimeInterval = 3_600,
        server: PolarServer = .sandbox,
        refreshToken: String?
    ) throws -> StoredGrant {
        let tokens = TokenPair(
            accessToken: try AccessToken("\(name)-access-token"),
            requestedAt: start,
            expiresAt: start.addingTimeInterval(life),
            refreshToken: refreshToken,
            scope: ["webhooks:read", "webhooks:write"]
        )
        let credentials = OAuth2Credentials(
            clientID: "polar_ci_1",
            authentication: .secretPost(ClientSecret("polar_cs_secret"))
        )
        return StoredGrant(server: server, credentials: credentials, tokens: tokens)
    }

    var now: Date { moment.withLock { $0 } }

    /// Sets the clock, in seconds after the pair was requested.
    func set(_ seconds: TimeInterval) {
        moment.withLock { $0 = Self.start.addingTimeInterval(seconds) }
    }

    /// Whatever follows cannot be written; also not by root, for whom rights do not count.
    func obstruct() {
        try? FileManager.default.createDirectory(atPath: obstacle, withIntermediateDirectories: false)
    }

    func clear() throws {
        try FileManager.default.removeItem(atPath: obstacle)
    }

    private var obstacle: String { "\(file.path).\(getpid()).new" }
}
