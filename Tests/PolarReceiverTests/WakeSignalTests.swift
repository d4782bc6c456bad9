import Testing

@testable import PolarReceiver

@Suite(.timeLimit(.minutes(6)))
struct WakeSignalTests {
    @Test func `keeps one signal for the next wait`() async {
        let signal = WakeSignal()
        signal.signal()
        signal.signal()
        await signal.wait()
        let isWoken = Shared(false)
        async let waiting: Void = {
            await signal.wait()
            isWoken.change { $0 = true }
        }()
        for _ in 0..<100 { await Task.yield() }
        #expect(!isWoken.value)
        signal.signal()
        await waiting
        #expect(isWoken.value)
    }

    @Test func `ends a wait whose task is cancelled`() async {
        let signal = WakeSignal()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await signal.wait() }
            group.cancelAll()
        }
    }

    @Test func `loses no signal to a wait that is cancelled meanwhile`() async {
        let signal = WakeSignal()
        let made = Shared(0)
        async let making: Void = {
            for _ in 1...2_000 {
                made.change { $0 += 1 }
                signal.signal()
                await Task.yield()
            }
        }()
        var isCancelling = false
        while made.value < 2_000 {
            isCancelling.toggle()
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await signal.wait() }
                if isCancelling { group.cancelAll() }
            }
        }
        await making
    }
}
