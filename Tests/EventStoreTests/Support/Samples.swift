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
        receivedAt: Date = .moment(),
        handlers: [HandlerID] = ["log"]
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
            receivedAt: receivedAt,
            handlers: handlers
        )
    }
}

extension EventStore {
    /// Claims the only due delivery of a handler.
    func claimOne(for handler: HandlerID = "log", now: Date = .moment()) async throws -> ClaimedDelivery? {
        let claimed = try await claimDeliveries(for: handler, limit: 2, now: now)
        return claimed.count == 1 ? claimed.first : nil
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
