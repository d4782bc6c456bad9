import EventStore
import Foundation
import PolarReceiver
import PolarReceiverTesting
import Testing

/// Who waits for whom, from the socket's door to the handler.
@Suite(.timeLimit(.minutes(6)))
struct OrderingTests {
    private func body(_ type: String, customer: String, at second: Int = 0) -> String {
        let timestamp = "2026-11-23T10:00:\(second < 10 ? "0" : "")\(second)Z"
        return #"{"type":"\#(type)","timestamp":"\#(timestamp)","data":{"id":"1","customer_id":"\#(customer)"}}"#
    }

    @Test func `events about one subject wait for the failing one before them, others do not`() async throws {
        let module = TestModule { _, delivery in
            if delivery.webhookID == "a1", delivery.attempt == 1 { throw TestFailure() }
        }
        let bench = try Bench([module])
        try await bench.run {
            try await bench.serve { client in
                for (id, customer) in [("a1", "a"), ("a2", "a"), ("b1", "b"), ("a3", "a")] {
                    _ = try await client.post(bench.signed(id, body: body("order.paid", customer: customer)))
                }
            }
            try await bench.wait(for: "a1") { $0.state == .pending && $0.attempt == 1 }
            try await bench.wait(for: "b1") { $0.state == .succeeded }
            try await bench.wait(for: "a2") { $0.isBlocked && $0.lane == "customer:a" }
            await bench.clock.waitForSleeper(in: .seconds(5)...(.seconds(5)))
            bench.clock.advance(by: .seconds(5))
            try await bench.wait(for: "a3") { $0.state == .succeeded }
        }
        #expect(module.attempts.filter { $0.hasPrefix("a") } == ["a1#1", "a1#2", "a2#1", "a3#1"])
    }

    @Test func `a subject is passed by its next event after a quarter of an hour`() async throws {
        let module = TestModule(retryPolicy: RetryPolicy(baseDelay: .seconds(86_400))) { _, delivery in
            if delivery.webhookID == "a1" { throw TestFailure() }
        }
        let bench = try Bench([module])
        try await bench.run {
            try await bench.serve { client in
                for id in ["a1", "a2"] {
                    _ = try await client.post(bench.signed(id, body: body("order.paid", customer: "a")))
                }
            }
            try await bench.wait(for: "a2") { $0.isBlocked }
            await bench.clock.waitForSleeper(in: .seconds(900)...(.seconds(900)))
            bench.clock.advance(by: .seconds(900))
            try await bench.wait(for: "a2") { $0.state == .succeeded }
            try await bench.wait(for: "a1") { $0.state == .pending && $0.isOvertaken }
        }
        #expect(module.attempts == ["a1#1", "a2#1"])
    }

    @Test func `a module that wants no order waits for nothing`() async throws {
        let module = TestModule(ordering: .none) { _, delivery in
            if delivery.webhookID == "a1" { throw TestFailure() }
        }
        let bench = try Bench([module])
        try await bench.run {
            try await bench.serve { client in
                for id in ["a1", "a2"] {
                    _ = try await client.post(bench.signed(id, body: body("order.paid", customer: "a")))
                }
            }
            try await bench.wait(for: "a2") { $0.state == .succeeded }
        }
        #expect(module.attempts.sorted() == ["a1#1", "a2#1"])
    }

    @Test(arguments: [StaleEvents.deliver, .mark, .skip])
    func `an event older than one handled already is given as the module asks`(staleEvents: StaleEvents) async throws {
        let stale = Shared<[String]>([])
        let module = TestModule(staleEvents: staleEvents) { _, delivery in
            if delivery.isStale { stale.change { $0.append(delivery.webhookID) } }
        }
        let bench = try Bench([module])
        try await bench.run {
            try await bench.serve { client in
                for (id, type, second) in [
                    ("new", "order.updated", 5), ("old", "order.paid", 4), ("same", "order.paid", 5),
                    ("other-family", "refund.created", 1), ("newer", "order.updated", 6),
                ] {
                    _ = try await client.post(bench.signed(id, body: body(type, customer: "a", at: second)))
                }
            }
            try await bench.wait(for: "newer") { $0.state == .succeeded }
            try await bench.wait(for: "old") { $0.state == (staleEvents == .skip ? .superseded : .succeeded) }
        }
        #expect(stale.value == (staleEvents == .mark ? ["old"] : []))
        #expect(module.attempts.contains("old#1") == (staleEvents != .skip))
    }

    @Test func `a replay runs at once, and on a module that had no delivery`() async throws {
        let module = TestModule()
        let late = TestModule("late")
        let first = try Bench([module])
        try await first.append("a")
        try await first.run {
            try await first.wait(for: "a") { $0.state == .succeeded }
        }
        let bench = try Bench([module, late], store: first.store)
        try await bench.run {
            let row = try #require(try await bench.store.messages(limit: 1).first).row
            let replayed = try await bench.receiver.perform(.replay(rows: [row], ReplayRule()))
            #expect(replayed.changed == 1)
            try await bench.wait(for: "a") { $0.state == .succeeded && module.attempts.count == 2 }
            _ = try await bench.receiver.perform(.replay(rows: [row], ReplayRule(handler: "late", backfills: true)))
            try await bench.wait(for: "a", handler: "late") { $0.state == .succeeded }
        }
        #expect(module.attempts == ["a#1", "a#1"])
        #expect(late.attempts == ["a#1"])
    }

    @Test func `a dismissed dead letter is a duplicate when Polar sends it again`() async throws {
        let module = TestModule { _, _ in throw HandlerError.permanent("no") }
        let bench = try Bench([module])
        try await bench.run {
            try await bench.serve { client in
                let message = try bench.signed("a", body: body("order.paid", customer: "a"))
                _ = try await client.post(message)
                try await bench.wait(for: "a") { $0.state == .dead }
                let row = try #require(try await bench.store.messages(limit: 1).first).row
                #expect(try await bench.receiver.perform(.dismiss(rows: [row], handler: nil)).changed == 1)
                #expect(try await client.post(message).body == #"{"result":"duplicate"}"#)
            }
            try await bench.wait(for: "a") { $0.state == .dismissed }
        }
        #expect(module.attempts == ["a#1"])
    }
}
