import Foundation
import PolarReceiver
import Testing

@Suite(.timeLimit(.minutes(6)))
struct SystemWallClockTests {
    private let clock = SystemWallClock()

    @Test func `does not wait for what is past`() async throws {
        try await clock.sleep(until: .distantPast)
        try await clock.sleep(for: .zero)
        try await clock.sleep(for: .seconds(-1))
    }

    @Test func `wakes when its task is cancelled`() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                await #expect(throws: CancellationError.self) { try await clock.sleep(until: .distantFuture) }
            }
            group.addTask {
                await #expect(throws: CancellationError.self) { try await clock.sleep(for: .seconds(Int64.max)) }
            }
            group.cancelAll()
        }
    }
}
