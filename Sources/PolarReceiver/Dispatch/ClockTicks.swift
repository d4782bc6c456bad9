import Foundation
import Synchronization

/// A tick every ten seconds, from a thread that does nothing else.
enum ClockTicks {
    private static let interval: TimeInterval = 10

    private static let waiting = Mutex<[ObjectIdentifier: WakeSignal]>([:])

    /// Started by the first use.
    private static let thread: Void = Thread.detachNewThread { tick() }

    /// Returns at the next tick, or when the task is cancelled.
    static func next() async {
        _ = thread
        let signal = WakeSignal()
        let id = ObjectIdentifier(signal)
        waiting.withLock { $0[id] = signal }
        await signal.wait()
        waiting.withLock { $0[id] = nil }
    }

    private static func tick() {
        while true {
            Thread.sleep(forTimeInterval: interval)
            for signal in waiting.withLock({ Array($0.values) }) { signal.signal() }
        }
    }
}
