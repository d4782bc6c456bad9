import EventStore
import HTTPServer
import Logging
import MetricsTestKit
import PolarReceiver
import PolarReceiverTesting
import Testing

/// Signed messages from addresses that are in a list or not.
struct SenderListTests {
    private static let elsewhere = ["192.0.2.1", "2001:db8::/32"].compactMap { AddressRange($0) }
    private static let here = ["192.0.2.1", "127.0.0.0/8"].compactMap { AddressRange($0) }

    @Test(arguments: [false, true]) func `takes messages from the list without a word`(refusesOthers: Bool) async throws
    {
        let bench = try Bench([TestModule()], senders: SenderList(Self.here, refusesOthers: refusesOthers))
        try await bench.serve { client async throws in
            #expect(try await client.post(bench.signed("a")).body == #"{"result":"accepted"}"#)
        }
        #expect(bench.log.lines.filter { $0.level == .warning }.isEmpty)
        #expect(try bench.strangers == 0)
    }

    @Test func `takes messages from elsewhere, and reports them`() async throws {
        let bench = try Bench([TestModule()], senders: SenderList(Self.elsewhere))
        try await bench.serve { client async throws in
            for id in ["a", "b"] {
                #expect(try await client.post(bench.signed(id)).body == #"{"result":"accepted"}"#)
            }
        }
        let lines = bench.log.lines.filter { $0.level == .warning }
        // One for both, unless ten seconds have passed.
        #expect(!lines.isEmpty)
        #expect(lines.first?.message.contains("not in the list of senders") == true)
        #expect(lines.first?.metadata["client.address"] == "127.0.0.1")
        #expect(try bench.strangers == 2)
    }

    @Test func `refuses messages from elsewhere where that is wanted`() async throws {
        let bench = try Bench([TestModule()], senders: SenderList(Self.elsewhere, refusesOthers: true))
        try await bench.serve { client in
            let answer = try await client.post(bench.signed("a"))
            #expect(answer.status == 403)
            #expect(answer.body == #"{"error":"unlisted_sender"}"#)
        }
        #expect(try await bench.store.messages(limit: 10).isEmpty)
        #expect(try bench.strangers == 1)
        let rejections = try bench.metrics.expectCounter(
            "polar_receiver_message_rejections_total",
            [("reason", "unlisted_sender")]
        )
        #expect(rejections.totalValue == 1)
    }

    @Test func `says of a wrong signature nothing but that`() async throws {
        let bench = try Bench([TestModule()], senders: SenderList(Self.elsewhere, refusesOthers: true))
        try await bench.serve { client in
            var message = try bench.signed("a")
            message.body.append(0x20)
            #expect(try await client.post(message).body == #"{"error":"signature_mismatch"}"#)
        }
        #expect(try bench.strangers == 0)
    }
}

extension Bench {
    fileprivate var strangers: Int64 {
        get throws {
            let labels = [("endpoint", "polar")]
            return try metrics.expectCounter("polar_receiver_unlisted_senders_total", labels).totalValue
        }
    }
}
