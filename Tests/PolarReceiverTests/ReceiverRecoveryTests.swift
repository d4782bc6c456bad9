import EventStore
import Foundation
import PolarReceiver
import PolarReceiverTesting
import Testing

/// Messages that were asked for at Polar's API.
struct ReceiverRecoveryTests {
    private static let body = """
        {"type":"order.paid","timestamp":"2026-11-23T10:00:00.123456Z","data":{"id":"1","customer_id":"c"}}
        """

    private static func message(_ id: String = "a", endpoint: String = "polar") -> RecoveredMessage {
        RecoveredMessage(endpoint: endpoint, webhookID: id, apiVersion: "2026-10", origin: .recovered, body: body)
    }

    @Test func `delivers what it recovers, and says where it comes from`() async throws {
        let (origins, sink) = AsyncStream.makeStream(of: MessageOrigin.self)
        let bench = try Bench([TestModule { _, delivery in sink.yield(delivery.origin) }])
        try await bench.run { () throws in
            #expect(try await bench.receiver.recover(Self.message()) == .accepted)
            try await bench.wait(for: "a") { $0.state == .succeeded }
        }
        sink.finish()
        #expect(await origins.reduce(into: []) { $0.append($1) } == [.recovered])
        let record = try #require(try await bench.store.messages(limit: 1).first)
        #expect(record.message.origin == .recovered)
        #expect(record.message.apiVersion == "2026-10")
        #expect(record.message.subject == "customer:c")
        #expect(try await bench.store.body(ofMessage: record.row) == Array(Self.body.utf8))
        #expect(bench.log.lines.contains { $0.message == "Recovered a message" })
    }

    @Test func `takes no message twice, whichever way it comes`() async throws {
        let bench = try Bench([TestModule()])
        try await bench.serve { client throws in
            #expect(try await client.post(bench.signed("a")).body == #"{"result":"accepted"}"#)
            #expect(try await bench.receiver.recover(Self.message("a")) == .duplicate)
            #expect(try await bench.receiver.recover(Self.message("b")) == .accepted)
            #expect(try await client.post(bench.signed("b")).body == #"{"result":"duplicate"}"#)
        }
        let origins = try await bench.store.messages(limit: 10).map(\.message.origin)
        #expect(origins == [.recovered, .delivered])
    }

    @Test func `says nothing of the origin of a message whose headers are gone`() async throws {
        let bench = try Bench([])
        #expect(try await bench.receiver.recover(Self.message()) == .accepted)
        let row = try #require(try await bench.store.messages(limit: 1).first?.row)
        #expect(try await bench.store.prune(messages: [row], keepingIDsSince: .distantPast) == 1)
        let pruned = try #require(try await bench.store.messages(limit: 1).first?.message)
        #expect(pruned.isPruned)
        #expect(pruned.origin == nil)
    }

    @Test func `believes no sender that a message was recovered`() async throws {
        let bench = try Bench([TestModule()])
        try await bench.serve { client in
            var message = try bench.signed("a")
            message.headers.append((name: "polar-receiver-origin", value: "synthetic"))
            #expect(try await client.post(message).status == 202)
        }
        #expect(try await bench.store.messages(limit: 1).first?.message.origin == .delivered)
    }

    @Test func `has no endpoint for a message of another receiver`() async throws {
        let bench = try Bench([TestModule()])
        #expect(try await bench.receiver.recover(Self.message(endpoint: "other")) == nil)
        #expect(try await bench.store.messages(limit: 1).isEmpty)
    }

    @Test func `is written and read as JSON`() throws {
        let data = try JSONEncoder().encode(Self.message())
        #expect(try JSONDecoder().decode(RecoveredMessage.self, from: data) == Self.message())
    }
}
