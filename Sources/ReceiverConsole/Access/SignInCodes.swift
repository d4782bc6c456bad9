import StandardWebhooks
import Synchronization

/// Codes that sign in once, for links that an operator opens in a browser.
///
/// A link ends up in histories and logs; there it is worthless once it was used, and soon anyway.
final class SignInCodes: Sendable {
    /// How long a code is good for.
    static let lifetime = Duration.seconds(300)

    /// More than so many end the oldest.
    private static let limit = 20

    /// By the digest of a code, so that a comparison takes no time that depends on it.
    private let ends = Mutex<[[UInt8]: ContinuousClock.Instant]>([:])
    private let now: @Sendable () -> ContinuousClock.Instant

    init(now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) {
        self.now = now
    }

    /// Makes a code of 128 random bits.
    func make(lifetime: Duration = SignInCodes.lifetime) -> String {
        let code = Digest.hexadecimal(RandomBytes.make(count: 16))
        let now = now()
        ends.withLock { ends in
            ends = ends.filter { $0.value > now }
            if ends.count >= Self.limit, let oldest = ends.min(by: { $0.value < $1.value }) { ends[oldest.key] = nil }
            ends[Digest.sha256(Array(code.utf8))] = now + lifetime
        }
        return code
    }

    /// Whether a code is good; it is not from then on.
    func redeem(_ code: String) -> Bool {
        let now = now()
        return ends.withLock { $0.removeValue(forKey: Digest.sha256(Array(code.utf8))).map { $0 > now } ?? false }
    }
}
