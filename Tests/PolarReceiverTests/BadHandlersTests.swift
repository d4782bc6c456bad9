import Dispatch
import EventStore
import EventStoreSQLite
import Foundation
import MetricsTestKit
import PolarReceiver
import PolarReceiverTesting
import Testing

/// Twenty handlers, of which four misbehave in their own ways.
@Suite(.timeLimit(.minutes(6)))
struct BadHandlersTests {
    @Test func `lets handlers that block, hang, fail or dawdle hold up neither the others nor the end`() async throws {
        let good = (1...16).map { TestModule(HandlerID(rawValue: "good-\($0)")) }
        let bad = BadHandlers()
        defer { bad.release() }
        let folder = FileManager.default.temporaryDirectory.appending(path: "bad-handlers-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try SQLiteStore(path: folder.appending(path: "receiver.db").path)
        let bench = try Bench(good + bad.modules, store: store)
        async let running: Void = bench.receiver.run()
        try await bench.serve { client in
            try await send(0..<40, to: client, of: bench)
            try await bad.waitUntilTheyMisbehave(on: bench)
            try await send(40..<300, to: client, of: bench)
            try await bench.waitForSuccesses(of: good, count: 300)
            bad.slowGate.open()
            try await bench.waitForSuccesses(of: [bad.slow], count: 300)
        }
        bench.receiver.stop(grace: BadHandlers.grace)
        await bench.clock.waitForSleeper(in: BadHandlers.grace...BadHandlers.grace)
        bench.clock.advance(by: BadHandlers.grace)
        await running
        let states = try await bench.states()
        await store.close()
        #expect(good.allSatisfy { $0.attempts.count == 300 && states[$0.id] == [.succeeded: 300] })
        #expect(states["slow"] == [.succeeded: 300])
        #expect(states["blocked"] == [.pending: 300])
        #expect(states["deaf"] == [.pending: 300])
        #expect(states["throwing"]?[.succeeded] == nil)
    }

    /// Every fortieth message is about the same customer.
    private func send(_ numbers: Range<Int>, to client: Client, of bench: Bench) async throws {
        for number in numbers {
            let data = #"{"id":"\#(number)","customer_id":"customer-\#(number % 40)"}"#
            let message = try bench.signed("m-\(number)", body: #"{"type":"order.paid","data":\#(data)}"#)
            let answer = try await client.post(message)
            #expect(answer.body == #"{"result":"accepted"}"#)
        }
    }
}

/// Four handlers that a test has to release in the end.
private struct BadHandlers {
    /// Nobody else sleeps for so long.
    static let grace = Duration.seconds(7)

    let blocked: TestModule
    let deaf: TestModule
    let throwing: TestModule
    let slow: TestModule
    let slowGate = Gate()
    private let deafGate = Gate()
    private let lock = DispatchSemaphore(value: 0)

    init() {
        let (lock, deafGate, slowGate) = (lock, deafGate, slowGate)
        blocked = TestModule("blocked") { _, _ in
            await withCheckedContinuation { $0.resume(returning: lock.wait()) }
        }
        deaf = TestModule("deaf") { _, _ in await deafGate.pass() }
        throwing = TestModule("throwing", retryPolicy: RetryPolicy(baseDelay: .seconds(60))) { _, _ in
            throw TestFailure()
        }
        // It has all the time it needs: the receiver's clock goes on while the test waits.
        slow = TestModule("slow", timeout: .seconds(1 << 30)) { _, _ in await slowGate.pass() }
    }

    var modules: [TestModule] { [blocked, deaf, throwing, slow] }

    /// Returns once those that hang do so beyond their time-out, in all of their places, and the others have begun.
    func waitUntilTheyMisbehave(on bench: Bench) async throws {
        try await eventually { [blocked, deaf, slow].allSatisfy { $0.attempts.count == $0.concurrencyLimit } }
        try await eventually { throwing.attempts.count >= 40 }
        try await eventually {
            bench.clock.advance(by: .seconds(60))
            return try [blocked, deaf].allSatisfy { try bench.timeouts(of: $0) == $0.concurrencyLimit }
        }
    }

    func release() {
        for _ in 0..<blocked.concurrencyLimit { lock.signal() }
        deafGate.open()
        slowGate.open()
    }
}

/// Holds up whoever passes until it is open, whether or not they are cancelled.
private struct Gate {
    private let opening: Task<Void, Never>
    private let openings: AsyncStream<Void>.Continuation

    init() {
        let (stream, openings) = AsyncStream.makeStream(of: Void.self)
        self.openings = openings
        opening = Task { for await _ in stream {} }
    }

    func open() {
        openings.finish()
    }

    func pass() async {
        await opening.value
    }
}

extension Bench {
    /// How many deliveries of each handler are in which state.
    fileprivate func states() async throws -> [HandlerID: [DeliveryState: Int]] {
        var states: [HandlerID: [DeliveryState: Int]] = [:]
        for delivery in try await store.messages(limit: 1_000).flatMap(\.deliveries) {
            states[delivery.handler, default: [:]][delivery.state, default: 0] += 1
        }
        return states
    }

    fileprivate func waitForSuccesses(of modules: [TestModule], count: Int) async throws {
        try await eventually {
            let states = try await states()
            return modules.allSatisfy { states[$0.id]?[.succeeded] == count }
        }
    }

    fileprivate func timeouts(of module: TestModule) throws -> Int {
        let labels = [("handler", module.id.rawValue)]
        return Int(try metrics.expectCounter("polar_receiver_handler_timeouts_total", labels).totalValue)
    }
}
