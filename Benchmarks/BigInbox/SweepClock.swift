import Foundation
import PolarReceiver

/// A clock that stands still, and knows when retention waits for its next pass.
struct SweepClock: WallClock {
    let now: Date
    let elapsed = Duration.zero
    private let ends: AsyncStream<Void>
    private let sink: AsyncStream<Void>.Continuation

    init(now: Date) {
        self.now = now
        (ends, sink) = AsyncStream.makeStream()
    }

    /// Returns after the first pass.
    func sweepEnd() async {
        for await _ in ends { return }
    }

    func sleep(until date: Date) async throws {
        try await Task.sleep(for: .seconds(3_600))
    }

    /// Only retention waits for an hour.
    func sleep(for duration: Duration) async throws {
        if duration >= .seconds(3_600) { sink.yield() }
        try await Task.sleep(for: duration)
    }

    func nextLook() async {
        try? await Task.sleep(for: .seconds(3_600))  // cancelled: the benchmark has ended
    }
}
