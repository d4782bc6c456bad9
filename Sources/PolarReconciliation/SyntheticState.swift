import Foundation
import PolarAPI
import PolarEvents
import PolarReceiver

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
            webhookID: "state-\(customer)-\(Int64(now.timeIntervalSince1970 * 1_000))",
            apiVersion: version,
            origin: .synthetic,
            body: body
        )
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
