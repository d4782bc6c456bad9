import EventStore
import Foundation
import PolarReceiver
import Testing

struct InboxWalkTests {
    private let store = MemoryStore()

    private func append(_ ids: [String], type: String = "order.paid") async throws {
        for id in ids {
            let message = NewMessage(
                endpoint: "polar",
                webhookID: id,
                type: type,
                timestamp: nil,
                apiVersion: nil,
                subject: nil,
                headers: [],
                body: Array("{}".utf8),
                receivedAt: Date(),
                deliveries: [NewDelivery(handler: "log")]
            )
            _ = try await store.append(message)
        }
    }

    @Test func `reads each message once, and none that arrives meanwhile`() async throws {
        try await append((1...5).map { "\($0)" })
        var walk = try await InboxWalk(store, MessageQuery())
        var ids: [String] = []
        while case let page = try await walk.next(2), !page.isEmpty {
            ids += page.map(\.message.webhookID)
            try await append(["new \(ids.count)"])
        }
        #expect(ids == ["1", "2", "3", "4", "5"])
        #expect(try await walk.next(2).isEmpty)
    }

    @Test func `goes on behind a row, up to the end of another walk`() async throws {
        try await append((1...5).map { "\($0)" })
        var first = try await InboxWalk(store, MessageQuery())
        #expect(try await first.next(2).map(\.message.webhookID) == ["1", "2"])
        try await append(["6"])
        var second = try await InboxWalk(store, MessageQuery(), after: first.row, through: first.end)
        #expect(try await second.next(10).map(\.message.webhookID) == ["3", "4", "5"])
    }

    @Test func `ends in an empty inbox`() async throws {
        var walk = try await InboxWalk(store, MessageQuery())
        #expect(try await walk.next(10).isEmpty)
    }

    // MARK: Names

    private func problems(_ change: (inout MessageQuery) -> Void) async throws -> [String] {
        var query = MessageQuery()
        change(&query)
        let check = QueryCheck(store, handlers: ["shop"], endpoints: ["polar"])
        return try await check.nameProblems(query) + check.typeProblems(query)
    }

    @Test(arguments: [
        ("order.paid", nil), ("order.*", nil), ("*", nil), ("own.type", nil), ("own.*", nil),
        ("order.payed", "No event has the type order.payed, did you mean order.paid?"),
        ("oder.*", "No event has the type oder.*, did you mean order.*?"),
        ("*.paid", "The type *.paid has a star that is not at its end; a pattern is like order.*."),
        ("", "A type is empty; give one such as order.paid, or a pattern such as order.*."),
    ])
    func `knows the types of Polar and of the inbox`(type: String, problem: String?) async throws {
        try await append(["a"], type: "own.type")
        #expect(try await problems { $0.types = [TypePattern(rawValue: type)] } == [problem].compactMap(\.self))
    }

    @Test func `knows the handlers and endpoints of the configuration and of the inbox`() async throws {
        try await append(["a"])
        #expect(try await problems { $0.handler = "shop" }.isEmpty)
        #expect(try await problems { $0.handler = "log" }.isEmpty)
        #expect(
            try await problems { $0.handler = "shopp" }
                == ["No handler is called shopp, in the configuration or in the inbox, did you mean shop?"]
        )
        #expect(try await problems { $0.endpoint = "polar" }.isEmpty)
        #expect(
            try await problems { $0.endpoint = "elsewhere" }
                == ["No endpoint is called elsewhere, in the configuration or in the inbox."]
        )
    }
}
