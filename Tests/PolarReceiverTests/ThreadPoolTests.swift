import Dispatch
import Foundation
import Synchronization
import Testing

@testable import PolarReceiver

struct ThreadPoolTests {
    @Test func `runs as many jobs at a time as its limit, and all in the end`() async throws {
        let pool = ThreadPool(name: "test", limit: 4)
        let gate = DispatchSemaphore(value: 0)
        let started = Mutex(0)
        for _ in 0..<10 {
            pool.run {
                started.withLock { $0 += 1 }
                gate.wait()
            }
        }
        try await eventually { started.withLock { $0 } == 4 }
        for _ in 0..<6 { gate.signal() }
        try await eventually { started.withLock { $0 } == 10 }
        for _ in 0..<4 { gate.signal() }
        pool.stop()
    }

    @Test func `keeps its threads for later jobs`() async throws {
        let pool = ThreadPool(name: "test", limit: 8)
        let threads = Mutex<Set<ObjectIdentifier>>([])
        let count = Mutex(0)
        for index in 1...50 {
            pool.run {
                _ = threads.withLock { $0.insert(ObjectIdentifier(Thread.current)) }
                count.withLock { $0 += 1 }
            }
            try await eventually { count.withLock { $0 } == index }
        }
        #expect(threads.withLock { $0.count } <= 8)
        pool.stop()
    }
}
