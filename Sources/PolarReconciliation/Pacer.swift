import PolarAPI
package import PolarReceiver
import Synchronization

/// Leaves most of Polar's rate limit, 500 requests a minute for an organization, to whoever else uses it.
package final class Pacer: Sendable {
    /// The time between two requests: 240 a minute.
    package static let interval = Duration.milliseconds(250)

    private let clock: any WallClock
    private let interval: Duration
    private let last = Mutex<ContinuousClock.Instant?>(nil)

    /// - Parameter interval: the time from one request to the next.
    package init(clock: any WallClock = SystemWallClock(), interval: Duration = Pacer.interval) {
        self.clock = clock
        self.interval = interval
    }

    /// Makes a request when its time has come.
    func request<Value>(_ body: () async throws(PolarError) -> Value) async throws(PolarError) -> Value {
        let wait = claim()
        if wait > .zero { try? await clock.sleep(for: wait) }  // cancelled: the request says so
        return try await body()
    }

    /// The same as a part of a comparison.
    func ask<Value>(_ body: () async throws(PolarError) -> Value) async throws(ReconciliationError) -> Value {
        do throws(PolarError) { return try await request(body) } catch { throw .polar(error) }
    }

    /// Takes the next place, and says how long it is until then.
    private func claim() -> Duration {
        last.withLock { last in
            let now = ContinuousClock.now
            let place = max(now, last.map { $0 + interval } ?? now)
            last = place
            return place - now
        }
    }
}
