import EventStore
import Foundation
import HTTPServer
import PolarReceiver
import PolarReceiverTesting
import Testing

/// What an endpoint says of itself to an alarm.
struct EndpointStatusTests {
    @Test func `is silent since the start, then since the last message`() async throws {
        let bench = try Bench([TestModule()])
        let start = bench.clock.now
        #expect(bench.status.silentSince == start)
        #expect(bench.status.lastAccepted == nil)
        bench.clock.advance(by: .seconds(90))
        try await bench.serve { client in
            _ = try await client.post(bench.signed("a"))
            _ = try await client.post(bench.signed("a"))
        }
        #expect(bench.status.silentSince == start + 90)
        #expect(bench.status.lastAccepted == start + 90)
        #expect(bench.status.secretUses == [0: 2])
        #expect(bench.status.acceptedPerMinute(at: start + 90).last == 2)
        #expect(bench.status.acceptedPerMinute(at: start + 90 + 60).suffix(2) == [2, 0])
        #expect(bench.status.acceptedPerMinute(at: start + 90 + 3_600).allSatisfy { $0 == 0 })
    }

    @Test func `counts the minutes anew when the clock was set back by more than an hour`() async throws {
        let bench = try Bench([TestModule()])
        let start = bench.clock.now
        bench.clock.setDate(start + 10 * 365 * 86_400)
        try await bench.serve { client in _ = try await client.post(bench.signed("a")) }
        bench.clock.setDate(start)
        try await bench.serve { client in _ = try await client.post(bench.signed("b")) }
        #expect(bench.status.acceptedPerMinute(at: start).suffix(2) == [0, 1])
        #expect(bench.status.acceptedPerMinute(at: start + 60).suffix(2) == [1, 0])
    }

    @Test func `counts refusals in a row, and different messages up to ten`() async throws {
        let bench = try Bench([TestModule()])
        try await bench.serve { client in
            for number in 0..<12 {
                var message = try bench.signed("\(number)")
                message.body.append(32)
                _ = try await client.post(message)
                _ = try await client.post(message)
            }
            #expect(bench.status.consecutiveRefusals == 24)
            #expect(bench.status.failingMessages == 10)
            #expect(bench.status.refusals == ["signature_mismatch": 24])
            _ = try await client.post(bench.signed("good"))
        }
        #expect(bench.status.consecutiveRefusals == 0)
        #expect(bench.status.failingMessages == 0)
        #expect(bench.status.refusals == ["signature_mismatch": 24])
    }

    private static let strays: [(String, @Sendable (inout SignedMessage) -> Void)] = [
        ("missing_header", { $0.headers.removeAll { $0.name == "webhook-signature" } }),
        ("missing_header", { $0.headers.removeAll { $0.name == "webhook-timestamp" } }),
        ("malformed_timestamp", { $0.headers[1].value = "now" }),
        ("timestamp_too_old", { $0.headers[1].value = "1" }),
        ("timestamp_too_new", { $0.headers[1].value = "9999999999" }),
        ("malformed_header", { $0.headers[0].value += ".x" }),
    ]

    @Test(arguments: strays.indices) func `takes no stray request for a failing message`(index: Int) async throws {
        let (code, spoil) = Self.strays[index]
        let bench = try Bench([TestModule()])
        try await bench.serve { client in
            for number in 0..<12 {
                var message = try bench.signed("\(number)")
                spoil(&message)
                _ = try await client.post(message)
            }
        }
        #expect(bench.status.failingMessages == 0)
        #expect(bench.status.consecutiveRefusals == 12)
        #expect(bench.status.refusals == [code: 12])
    }

    @Test(arguments: [("127.0.0.0/8", 3), ("192.0.2.1", 0)])
    func `lets the list of senders decide which failing messages count`(range: String, expected: Int) async throws {
        let senders = SenderList(try [#require(AddressRange(range))])
        let bench = try Bench([TestModule()], senders: senders)
        try await bench.serve { client in
            for number in 0..<3 {
                var message = try bench.signed("\(number)")
                message.body.append(32)
                _ = try await client.post(message)
            }
        }
        #expect(bench.status.failingMessages == expected)
    }

    @Test func `shows the beginning of an id that is only claimed`() async throws {
        let bench = try Bench([TestModule()])
        try await bench.serve { client in
            for id in [String(repeating: "a", count: 20_000), "a b\u{202E}<c>"] {
                var message = try bench.signed("a")
                message.headers[0].value = id
                _ = try await client.post(message)
            }
        }
        let shown = bench.receiver.recentActivities.map(\.webhookID)
        #expect(shown == ["a_b____c_", String(repeating: "a", count: 64)])
    }

    @Test func `counts what cannot be stored as refused`() async throws {
        let bench = try Bench([TestModule()], store: FailingStore(["append": 1]))
        try await bench.serve { client in
            _ = try await client.post(bench.signed("a"))
        }
        #expect(bench.status.failingMessages == 1)
        #expect(bench.status.refusals == ["unavailable": 1])
    }

    @Test func `tells who watches what happens, and remembers the last of it`() async throws {
        let module = TestModule { _, delivery in
            if delivery.webhookID == "bad" { throw HandlerError.permanent("no") }
        }
        let bench = try Bench([module])
        let activities = bench.receiver.activities()
        try await bench.run {
            try await bench.serve { client in
                _ = try await client.post(bench.signed("good"))
                try await bench.wait(for: "good") { $0.state == .succeeded }
                _ = try await client.post(bench.signed("bad"))
                try await bench.wait(for: "bad") { $0.state == .dead }
                var forged = try bench.signed("forged")
                forged.body.append(32)
                _ = try await client.post(forged)
            }
            try await eventually { bench.receiver.recentActivities.count == 5 }
        }
        var seen: [String] = []
        for await activity in activities { seen.append("\(activity.webhookID ?? "-") \(activity.kind)") }
        let expected = ["good accepted", "good succeeded", "bad accepted", "bad dead", "forged refused"]
        #expect(Set(seen) == Set(expected))
        let recent = bench.receiver.recentActivities
        #expect(Set(recent.map { "\($0.webhookID ?? "-") \($0.kind)" }) == Set(expected))
        #expect(recent.first { $0.kind == .dead }?.reason == "no")
        #expect(recent.first { $0.kind == .dead }?.handler == "test")
    }

    @Test func `remembers a hundred things`() async throws {
        let bench = try Bench([TestModule()])
        try await bench.serve { client in
            for number in 0..<103 { _ = try await client.post(bench.signed("\(number)")) }
        }
        let recent = bench.receiver.recentActivities
        #expect(recent.map(\.webhookID) == (3..<103).reversed().map { "\($0)" })
    }
}

extension Bench {
    fileprivate var status: EndpointStatus { receiver.endpointStatus[0] }
}
