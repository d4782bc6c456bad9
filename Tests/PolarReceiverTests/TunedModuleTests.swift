import EventStore
import Foundation
import Logging
import MetricsTestKit
import PolarReceiver
import PolarReceiverTesting
import Testing

/// Modules whose settings the configuration changes, and their hooks.
@Suite(.timeLimit(.minutes(6)))
struct TunedModuleTests {
    private func tuning(_ values: [String: String]) throws -> HandlerTuning {
        try HandlerTuning(HandlerOptions(id: "test", values))
    }

    @Test func `leaves alone what is not set`() throws {
        let module = TestModule(concurrencyLimit: 3, timeout: .seconds(7), ordering: .none, staleEvents: .mark)
        let tuned = try HandlerDescription(TunedModule(module, tuning([:])))
        #expect(tuned.id == "test")
        #expect(tuned.module == "TestModule")
        #expect(tuned.events == ["any"])
        #expect(tuned.restriction == nil)
        #expect(tuned.ordering == .none)
        #expect(tuned.concurrencyLimit == 3)
        #expect(tuned.timeout == .seconds(7))
        #expect(tuned.maximumAttempts == 3)
    }

    @Test func `changes what is set`() throws {
        let values = ["events": "order.*, refund.created", "timeout": "9", "concurrency": "2", "attempts": "1"]
        let tuned = try HandlerDescription(TunedModule(TestModule(), tuning(values)))
        #expect(tuned.restriction == ["order.*", "refund.created"])
        #expect(tuned.concurrencyLimit == 2)
        #expect(tuned.timeout == .seconds(9))
        #expect(tuned.maximumAttempts == 1)
    }

    @Test(arguments: ["", "timeout=0", "concurrency=no", "attempts=1001", "events=,"])
    func `refuses what cannot be`(setting: String) {
        let parts = setting.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { return }
        #expect(throws: HandlerOptionError.self) { try tuning([parts[0]: parts[1]]) }
    }

    @Test func `takes only the events that the configuration lets through`() async throws {
        let all = TestModule("all")
        let some = TestModule("some")
        let modules: [any HandlerModule] = [
            all, TunedModule(some, try tuning(["events": "order.*, new.*"])),
        ]
        let bench = try Bench(modules)
        try await bench.serve { client in
            for type in ["order.paid", "refund.created", "new.thing", "other.thing"] {
                let answer = try await client.post(
                    bench.signed(type.replacing(".", with: "-"), body: #"{"type":"\#(type)","data":{}}"#)
                )
                #expect(answer.status == 202)
            }
            _ = try await client.post(bench.signed("untyped", body: "{}"))
        }
        let wanted = try await bench.store.messages(limit: 9).filter { record in
            record.deliveries.contains { $0.handler == "some" }
        }
        #expect(wanted.map(\.message.webhookID) == ["new-thing", "order-paid"])
        #expect(try await bench.store.messages(limit: 9).allSatisfy { $0.deliveries.contains { $0.handler == "all" } })
    }

    @Test func `says that nobody wants an event, and counts it`() async throws {
        let bench = try Bench([TunedModule(TestModule(), try tuning(["events": "refund.*"]))])
        try await bench.serve { client in
            for id in ["a", "b"] {
                let answer = try await client.post(bench.signed(id))
                #expect(answer.body == #"{"result":"accepted"}"#)
            }
        }
        let lines = bench.log.lines.filter { $0.message.hasPrefix("No handler is registered for the event") }
        #expect(lines.first?.metadata == ["webhook.id": "a", "webhook.type": "order.paid"])
        let counter = try bench.metrics.expectCounter("polar_receiver_events_unhandled_total", [("type", "order.paid")])
        #expect(counter.totalValue == 2)
    }

    @Test func `says of each type that no handler is registered, however many messages of another come`() async throws {
        let bench = try Bench([TunedModule(TestModule(), try tuning(["events": "customer.*"]))])
        try await bench.serve { client in
            for id in 0..<9 { _ = try await client.post(bench.signed("order-\(id)")) }
            _ = try await client.post(bench.signed("refund", body: #"{"type":"refund.created","data":{}}"#))
            _ = try await client.post(bench.signed("untyped", body: #"{"data":{}}"#))
        }
        let lines = bench.log.lines.filter { $0.message.hasPrefix("No handler is registered for the event") }
        #expect(Set(lines.map { $0.metadata["webhook.type"] }) == ["order.paid", "refund.created", "-"])
    }

    // MARK: Hooks

    private final class HookedModule: HandlerModule {
        let id: HandlerID
        let log: Shared<[String]>
        let failure: TestFailure?
        let hangs: Bool

        init(_ id: HandlerID, log: Shared<[String]>, failure: TestFailure? = nil, hangs: Bool = false) {
            (self.id, self.log, self.failure, self.hangs) = (id, log, failure, hangs)
        }

        func register(on events: inout EventRegistrar) {}

        func start(logger: Logger) async throws {
            log.change { $0.append("start \(id)") }
            if let failure { throw failure }
        }

        func stop() async {
            log.change { $0.append("stop \(id)") }
            while hangs { try? await Task.sleep(for: .seconds(3_600)) }
        }
    }

    @Test func `starts and stops each module once`() async throws {
        let log = Shared<[String]>([])
        let bench = try Bench([HookedModule("a", log: log), TunedModule(HookedModule("b", log: log), HandlerTuning())])
        try await bench.receiver.start()
        #expect(log.value == ["start a", "start b"])
        await bench.receiver.finish(grace: .seconds(60))
        #expect(log.value.dropFirst(2).sorted() == ["stop a", "stop b"])
    }

    @Test func `stops what had started when a module cannot start`() async throws {
        let log = Shared<[String]>([])
        let bad = HookedModule("b", log: log, failure: TestFailure("give it a port"))
        let bench = try Bench([HookedModule("a", log: log), bad, HookedModule("c", log: log)])
        let error = await #expect(throws: HandlerStartError.self) { try await bench.receiver.start() }
        #expect(error?.description == "The handler b cannot start: give it a port")
        #expect(log.value == ["start a", "start b", "stop a"])
    }

    @Test func `does not wait longer than the grace for a module that does not stop`() async throws {
        let log = Shared<[String]>([])
        let bench = try Bench([HookedModule("a", log: log, hangs: true)])
        async let end: Void = bench.receiver.finish(grace: .seconds(5))
        await bench.clock.waitForSleeper(in: .seconds(5)...(.seconds(5)))
        // The hook has a thread of its own, which may begin later than the clock.
        try await eventually { log.value == ["stop a"] }
        bench.clock.advance(by: .seconds(5))
        await end
        #expect(log.value == ["stop a"])
    }

    // MARK: The delivery

    @Test func `knows its event, its deadline, and its key`() async throws {
        let seen = Shared<Delivery?>(nil)
        let bench = try Bench([TestModule(timeout: .seconds(100)) { _, delivery in seen.change { $0 = delivery } }])
        let before = ContinuousClock.now
        try await bench.run {
            try await bench.serve { _ = try await $0.post(bench.signed("a")) }
            try await bench.wait(for: "a") { $0.state == .succeeded }
            let row = try #require(try await bench.store.messages(limit: 1).first).row
            #expect(seen.value?.idempotencyKey == "a/test")
            _ = try await bench.receiver.perform(.replay(rows: [row], ReplayRule(asNew: true)))
            try await bench.wait(for: "a") { $0.state == .succeeded && $0.generation == 1 }
        }
        let delivery = try #require(seen.value)
        #expect(delivery.event.type == .orderPaid)
        #expect(delivery.body == delivery.event.body)
        #expect(delivery.idempotencyKey == "a/test/1")
        #expect(delivery.deadline >= before + .seconds(100))
        #expect(delivery.deadline <= .now + .seconds(100))
    }
}
