import Foundation
import PolarReceiver
import PolarReceiverTesting
import Testing

@Suite(.timeLimit(.minutes(6)))
struct ManualClockTests {
    private let clock = ManualClock(now: Date(timeIntervalSince1970: 1_000))

    @Test func `moves only when told`() {
        #expect(clock.now.timeIntervalSince1970 == 1_000)
        clock.advance(by: .milliseconds(1_500))
        #expect(clock.now.timeIntervalSince1970 == 1_001.5)
        clock.setDate(Date(timeIntervalSince1970: 5))
        #expect(clock.now.timeIntervalSince1970 == 5)
    }

    @Test func `wakes a sleeper when its time has come, and not before`() async throws {
        let woken = Shared<[String]>([])
        try await withThrowingTaskGroup(of: Void.self) { group in
            let end = clock.now.addingTimeInterval(20)
            group.addTask {
                try await clock.sleep(until: end)
                woken.change { $0.append("date") }
            }
            group.addTask {
                try await clock.sleep(for: .seconds(10))
                woken.change { $0.append("duration") }
            }
            await clock.waitForSleeper(in: .seconds(20)...(.seconds(20)))
            await clock.waitForSleeper(in: .seconds(10)...(.seconds(10)))
            clock.advance(by: .seconds(9))
            clock.advance(by: .seconds(1))
            try await eventually { woken.value == ["duration"] }
            clock.advance(by: .seconds(10))
            try await group.waitForAll()
        }
        #expect(woken.value == ["duration", "date"])
    }

    @Test func `lets a change of the date wake only who waits for a date`() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            let end = clock.now.addingTimeInterval(3_600)
            group.addTask { try await clock.sleep(until: end) }
            await clock.waitForSleeper(in: .seconds(3_600)...(.seconds(3_600)))
            group.addTask { try await clock.sleep(for: .seconds(60)) }
            await clock.waitForSleeper(in: .seconds(60)...(.seconds(60)))
            clock.setDate(end)
            try await group.next()
            await clock.waitForSleeper(in: .seconds(60)...(.seconds(60)))
            clock.advance(by: .seconds(60))
            try await group.next()
        }
    }

    @Test func `wakes a sleeper whose task is cancelled`() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                await #expect(throws: CancellationError.self) { try await clock.sleep(for: .seconds(1)) }
            }
            await clock.waitForSleeper(in: .seconds(1)...(.seconds(1)))
            group.cancelAll()
        }
    }
}
