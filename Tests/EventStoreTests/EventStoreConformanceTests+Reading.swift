import EventStore
import Foundation
import Testing

extension EventStoreConformanceTests {
    @Test(arguments: Backend.allCases)
    func `knows when the earliest pending delivery of a handler is due`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            #expect(try await store.nextAttemptDate(for: "log") == nil)
            _ = try await store.append(.sample("later", receivedAt: .moment(5)))
            _ = try await store.append(.sample("sooner", receivedAt: .moment(1), handlers: ["log", "other"]))
            #expect(try await store.nextAttemptDate(for: "log") == .moment(1))

            let claimed = try #require(try await store.claimOne(now: .moment(1)))
            #expect(try await store.nextAttemptDate(for: "log") == .moment(5))
            try await store.record(.retry(at: .moment(4.25), error: "no"), of: claimed.id, now: .moment())
            #expect(try await store.nextAttemptDate(for: "log") == .moment(4.25))
            #expect(try await store.nextAttemptDate(for: "other") == .moment(1))
            #expect(try await store.nextAttemptDate(for: "nobody") == nil)
        }
    }

    @Test(arguments: Backend.allCases)
    func `hands out a delivery from the very date it names`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            for number in 0..<100 {
                let date = Date(timeIntervalSinceReferenceDate: 786_000_000 + Double(number) / 7)
                _ = try await store.append(.sample("msg_\(number)", receivedAt: date))
                let next = try #require(try await store.nextAttemptDate(for: "log"))
                let claimed = try #require(try await store.claimOne(now: next))
                try await store.record(.succeeded, of: claimed.id, now: next)
            }
        }
    }

    @Test(arguments: Backend.allCases)
    func `lists the newest messages first`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            for id in ["a", "b", "c"] {
                _ = try await store.append(.sample(id))
            }
            var lists: [[String]] = []
            for limit in [-1, 0, 2, .max] {
                lists.append(try await store.messages(limit: limit).map(\.message.webhookID))
            }
            #expect(lists == [[], [], ["c", "b"], ["c", "b", "a"]])
        }
    }

    static let oddMessages: [NewMessage] = [
        .sample(type: nil, timestamp: nil, apiVersion: nil, subject: nil, headers: [], body: [], handlers: []),
        .sample("", endpoint: "", type: "", apiVersion: "", subject: "", handlers: [""]),
        .sample("💸\u{1F3F4}\u{200D}", type: "ordre.payé", subject: "customer:\u{FFFF}", handlers: ["äöü 🙂"]),
        .sample("a\0b", endpoint: "\0", type: "\0order", apiVersion: "1\0", subject: "x\0\0y", handlers: ["h\0"]),
        .sample(String(repeating: "long ", count: 200_000)),
        .sample(headers: [
            MessageHeader(name: "a", value: ""), MessageHeader(name: "", value: "\"\\/\t\r\n\0\u{1F}\u{7F}é🙂"),
            MessageHeader(name: "a", value: "again"),
        ]),
        .sample(body: Array(0...255) + [0, 0, 0xC3, 0x28]),
        .sample(body: [UInt8](repeating: 0xAB, count: 5 << 20)),
        .sample(timestamp: Date(timeIntervalSince1970: 1_764_000_000.123456), receivedAt: .moment(0.000_001)),
        .sample(timestamp: Date(timeIntervalSince1970: -0.000_001), receivedAt: Date(timeIntervalSince1970: 0)),
        .sample(timestamp: .distantPast, receivedAt: .distantFuture),
        .sample(handlers: ["h\0"], lane: "\0a\0", topic: ""),
    ]

    @Test(arguments: Backend.allCases, oddMessages.indices)
    func `keeps every field as it was`(backend: Backend, index: Int) async throws {
        let message = Self.oddMessages[index]
        try await backend.withStore { store async throws in
            #expect(try await store.append(message) == .accepted)
            #expect(try await store.append(message) == .duplicate)
            let record = try #require(try await store.messages(limit: 9).first)
            let isSame = record.message == message.stored
            #expect(isSame)
            #expect(Array(record.message.webhookID.utf8) == Array(message.webhookID.utf8))
            #expect(record.deliveries.map(\.handler) == message.deliveries.map(\.handler))
            let hasBody = try await store.body(ofMessage: record.row) == message.body
            #expect(hasBody)
        }
    }

    @Test(arguments: Backend.allCases)
    func `hands every field of a message to its handler as it was`(backend: Backend) async throws {
        try await backend.withStore { store async throws in
            let body: [UInt8] = [0, 1, 0]
            let message = NewMessage.sample("a\0b", endpoint: "e\0", type: "\0order", body: body, handlers: ["h\0"])
            _ = try await store.append(message)
            #expect(try await store.claimOne(for: "h") == nil)
            let claimed = try #require(try await store.claimOne(for: "h\0")).message
            #expect(claimed.webhookID == message.webhookID)
            #expect(claimed.endpoint == message.endpoint)
            #expect(claimed.type == message.type)
            #expect(claimed.body == message.body)
        }
    }
}
