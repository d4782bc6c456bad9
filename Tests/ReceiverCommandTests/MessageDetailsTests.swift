import EventStore
import Foundation
import PolarReceiver
import Testing

@testable import ReceiverCommand

/// What `events show` prints.
struct MessageDetailsTests {
    @Test func `tells since when a handler ignores its cancellation`() throws {
        let message = StoredMessage(
            endpoint: "polar",
            webhookID: "a",
            type: nil,
            timestamp: nil,
            apiVersion: nil,
            subject: nil,
            headers: [],
            receivedAt: Date(),
            bodySize: 2
        )
        let delivery = MessageRecord.Delivery(
            handler: "shop",
            state: .running,
            attempt: 1,
            nextAttemptAt: nil,
            lastError: nil,
            overdueSince: Date(timeIntervalSinceNow: -17)
        )
        let record = MessageRecord(row: 1, message: message, deliveries: [delivery])
        let line = try #require(MessageDetails(record: record, attempts: [:], body: nil).lines.last)
        let note = try #require(line.wholeMatch(of: /delivery shop:running, (.*) since ([0-9]+) s/))
        #expect(note.1 == "exceeded its time-out and ignores its cancellation")
        #expect(try #require(Int(note.2)) >= 17)
    }
}
