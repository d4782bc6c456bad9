import Foundation
import PolarAPI
import PolarEvents
import PolarReceiver
import StandardWebhooks

/// A `customer.state_changed` that Polar never made, since the endpoint was disabled.
struct SyntheticState {
    private let customer: String
    private let document: CustomerStateDocument
    private let now: Date
    private let version: String

    /// - Parameters:
    ///   - now: a moment before the state was read: an event that Polar makes later has a later timestamp.
    ///   - version: Polar's API version, in which the state was read.
    init(_ customer: String, _ document: CustomerStateDocument, now: Date, version: String) {
        self.customer = customer
        self.document = document
        self.now = now
        self.version = version
    }

    func message(_ endpoint: String) -> RecoveredMessage {
        RecoveredMessage(
            endpoint: endpoint,
            webhookID: id,
            apiVersion: version,
            origin: .synthetic,
            body: body
        )
    }

    /// An id that nothing else has, whatever the customer's id is.
    private var id: String {
        let text = "state-\(customer)-\(Int64(now.timeIntervalSince1970 * 1_000))"
        if MessageID.isValid(text) { return text }
        // Fails only without memory; the inbox takes any text as an id.
        return (try? MessageID.standIn(for: text)) ?? text
    }

    /// The envelope as Polar writes it, around the state as Polar's API wrote it.
    private var body: String {
        let envelope = [
            #""type":"\#(EventType.customerStateChanged.rawValue)""#, #""timestamp":"\#(TimeText(now))""#,
            #""api_version":"\#(version)""#, #""data":\#(String(decoding: document.bytes, as: UTF8.self))"#,
        ]
        return "{\(envelope.joined(separator: ","))}"
    }
}
