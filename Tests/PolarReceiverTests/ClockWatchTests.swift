import Foundation
import PolarReceiverTesting
import Testing

@testable import PolarReceiver

/// When a change of the date is noticed.
@Suite(.timeLimit(.minutes(6)))
struct ClockWatchTests {
    private let clock = ManualClock()

    @Test(arguments: [-28_800, 259_200, -10, 10] as [TimeInterval])
    func `notices a change of the date once`(change: TimeInterval) {
        let watch = ClockWatch(clock)
        clock.advance(by: .seconds(3_600))
        #expect(watch.change() == nil)
        clock.setDate(clock.now.addingTimeInterval(change))
        #expect(watch.change() == .seconds(change))
        clock.advance(by: .seconds(3_600))
        #expect(watch.change() == nil)
    }

    @Test func `leaves small changes alone until they add up`() {
        let watch = ClockWatch(clock)
        for _ in 1...3 {
            clock.setDate(clock.now.addingTimeInterval(-3))
            #expect(watch.change() == nil)
        }
        clock.setDate(clock.now.addingTimeInterval(-3))
        #expect(watch.change() == .seconds(-12))
    }

    @Test func `notices a change again that could not be acted on`() throws {
        let watch = ClockWatch(clock)
        clock.setDate(clock.now.addingTimeInterval(-60))
        let change = try #require(watch.change())
        watch.takeBack(change)
        #expect(watch.change() == change)
        #expect(watch.change() == nil)
    }

    @Test func `looks at the clock from time to time, and not after the task is cancelled`() async {
        let look = Task { await SystemWallClock().nextLook() }
        look.cancel()
        await look.value
    }
}
