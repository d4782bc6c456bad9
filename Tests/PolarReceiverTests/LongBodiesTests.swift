import Dispatch
import Testing

@testable import PolarReceiver

struct LongBodiesTests {
    @Test func `does the work of one body at a time, elsewhere, and refuses what would be too much`() {
        let bodies = LongBodies()
        let (gate, end) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let order = Shared<[Int]>([])
        // The first is at work until the gate opens, and nothing waits for it here.
        for number in 0..<4 {
            let isTaken = bodies.perform(5 << 20) {
                gate.wait()
                order.change { $0.append(number) }
                gate.signal()
                end.signal()
            }
            #expect(isTaken)
        }
        #expect(!bodies.perform(1) {})
        gate.signal()
        for _ in 0..<4 { end.wait() }
        #expect(order.value == [0, 1, 2, 3])
    }

    @Test func `takes a body of any length when nothing waits, again and again`() async throws {
        let bodies = LongBodies()
        for _ in 0..<3 {
            try await eventually { bodies.perform(256 << 20) {} }
        }
    }
}
