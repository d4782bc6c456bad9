import EventStore
import Foundation

extension Date {
    /// A moment of the tests, `seconds` after their start.
    static func moment(_ seconds: Double = 0) -> Date {
        Date(timeIntervalSince1970: 1_764_000_000 + seconds)
    }
}

extension NewMessage {
    /// A message with what a test does not care about filled in.
    static func sample(
        _ webhookID: String = "msg_1",
        endpoint: String = "polar",
        type: String? = "order.paid",
        timestamp: Date? = .moment(-2.5),
        apiVersion: String? = "2026-04",
        subject: String? = "customer:1",
        headers: [MessageHeader] = [MessageHeader(name: "user-agent", value: "polar.sh webhooks")],
        body: [UInt8] = Array("{}".utf8),
        digest: [UInt8]? = nil,
        receivedAt: Date = .moment(),
        handlers: [HandlerID] = ["log"],
        lane: String? = nil,
        topic: String? = nil
    ) -> NewMessage {
        NewMessage(
            endpoint: endpoint,
            webhookID: webhookID,
            type: type,
            timestamp: timestamp,
            apiVersion: apiVersion,
            subject: subject,
            headers: headers,
            body: body,
            digest: digest,
            receivedAt: receivedAt,
            deliveries: handlers.map { NewDelivery(handler: $0, lane: lane, topic: topic) }
        )
    }

    /// What a store lists of it.
    var stored: StoredMessage {
        StoredMessage(
            endpoint: endpoint,
            webhookID: webhookID,
            type: type,
            timestamp: timestamp,
            apiVersion: apiVersion,
            subject: subject,
            headers: headers,
            receivedAt: receivedAt,
            bodySize: body.count
        )
    }
}

extension EventStore {
    /// Claims the only due delivery of a handler.
    func claimOne(for handler: HandlerID = "log", now: Date = .moment()) async throws -> ClaimedDelivery? {
        let claimed = try await claimDeliveries(for: handler, limit: 2, now: now)
        return claimed.count == 1 ? claimed.first : nil
    }

    /// Claims what is due and records how each run ended; the ids of the messages.
    func run(_ result: AttemptResult = .succeeded, for handler: HandlerID = "log", now: Date) async throws -> [String] {
        let claimed = try await claimDeliveries(for: handler, limit: .max, now: now)
        for delivery in claimed {
            try await record(result, of: delivery.id, now: now)
        }
        return claimed.map(\.message.webhookID)
    }

    /// The ids of the messages that fulfil a query, newest first.
    func webhookIDs(_ query: MessageQuery) async throws -> [String] {
        try await messages(query, MessagePage(limit: .max)).map(\.message.webhookID)
    }

    /// The rows of the messages that fulfil a query, read in pages.
    func rows(_ query: MessageQuery, _ order: MessagePage.Order, pageBy limit: Int) async throws -> [Int64] {
        var rows: [Int64] = []
        while true {
            let page = try await messages(query, MessagePage(order, after: rows.last, limit: limit)).map(\.row)
            rows += page
            if page.isEmpty { return rows }
        }
    }

    /// The state of a message's only delivery.
    func delivery(of webhookID: String) async throws -> MessageRecord.Delivery? {
        try await messages(limit: .max).first { $0.message.webhookID == webhookID }?.deliveries.first
    }

    /// The deliveries of the newest message.
    var newestDeliveries: [MessageRecord.Delivery] {
        get async throws { try await messages(limit: 1).first?.deliveries ?? [] }
    }

    /// The ids of all messages, oldest first.
    var webhookIDs: [String] {
        get async throws { try await messages(limit: .max).reversed().map(\.message.webhookID) }
    }
}
