import Foundation
import HTTPWire
import Logging
import Synchronization

@testable import PolarAPI

/// New pairs, numbered.
enum TokenAnswers {
    static func pair(_ number: Int) -> String {
        """
        {"access_token":"new-access-token-\(number)","token_type":"Bearer","expires_in":3600,\
        "refresh_token":"new-refresh-token-\(number)","scope":"webhooks:read webhooks:write"}
        """
    }

    static let deadGrant = Response.json(400, #"{"error":"invalid_grant","error_description":"Not this one."}"#)

    /// A pair for each request.
    static func script() -> @Sendable (ScriptedPolar.Request) -> Response? {
        let count = Count()
        return { _ in .json(200, pair(count.next())) }
    }
}

/// Counts from 1.
final class Count: Sendable {
    private let value = Mutex(0)

    func next() -> Int {
        value.withLock { value in
            value += 1
            return value
        }
    }
}

extension TokenFileFixture {
    /// The tokens of the file, as one program has them.
    func tokens(
        logger: Logger = .silent,
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) throws(PolarError) -> StoredTokens {
        let now = { @Sendable in self.now }
        return try StoredTokens(file: file, now: now, sleep: sleep, logger: logger) { grant throws(PolarError) in
            OAuth2Client(
                server: try grant.server(),
                credentials: grant.credentials,
                retries: RequestRetries(attempts: 1),
                now: now,
                logger: logger
            )
        }
    }
}
