import Foundation
import PolarEvents
import PolarReceiverTesting
import StandardWebhooks
import Testing

@testable import PolarAPI
@testable import PolarReconciliation

struct SyntheticStateTests {
    @Test(arguments: ["5f1d7a3e-9c7b-4e0a-8f5d-2b6c1a0e4d3f", "a.b", "Zoë", String(repeating: "x", count: 300)])
    func `makes ids that every receiver takes, whatever the customer's are`(customer: String) throws {
        let sample = try #require(SampleEvent(type: "customer.state_changed"))
        let data = try #require(WebhookEvent(id: "", body: sample.body).rawJSON["data"])
        let document = try CustomerStateDocument(data.encoded())
        let ids = [1.0, 2.0].map { seconds in
            SyntheticState(customer, document, now: Date(timeIntervalSince1970: seconds), version: "2026-10")
                .message("polar").webhookID
        }
        #expect(ids.allSatisfy { MessageID.isValid($0) })
        #expect(Set(ids).count == 2)
    }
}
