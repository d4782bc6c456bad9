import StandardWebhooks
import Synchronization

/// The people who are signed in: ids that only their browsers know.
final class Sessions: Sendable {
    /// How long a session lasts.
    static let lifetime = Duration.seconds(12 * 3_600)

    /// More than so many end the oldest.
    private static let limit = 100

    private let ends = Mutex<[String: ContinuousClock.Instant]>([:])
    private let now: @Sendable () -> ContinuousClock.Instant

    init(now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) {
        self.now = now
    }

    /// Starts one and returns its id.
    func begin() -> String {
        let id = Digest.hexadecimal(RandomBytes.make(count: 32))
        let now = now()
        ends.withLock { ends in
            ends = ends.filter { $0.value > now }
            if ends.count >= Self.limit, let oldest = ends.min(by: { $0.value < $1.value }) { ends[oldest.key] = nil }
            ends[id] = now + Self.lifetime
        }
        return id
    }

    func isOpen(_ id: String) -> Bool {
        let now = now()
        return ends.withLock { $0[id].map { $0 > now } ?? false }
    }

    func end(_ id: String) {
        ends.withLock { $0[id] = nil }
    }
}
