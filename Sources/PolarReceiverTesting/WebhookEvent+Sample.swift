public import Foundation
public import PolarEvents

extension WebhookEvent {
    /// A realistic event of one type, as Polar sends it: `WebhookEvent.sample(.orderPaid)`.
    ///
    /// - Parameters:
    ///   - kind: a single type; there is no sample of a family or a group.
    ///   - id: the `webhook-id`, by default a new one: the same event sent again is the same value, or has the same id.
    ///   - timestamp: when Polar is said to have created the event, by default the moment at which a ``ManualClock`` starts.
    public static func sample<Payload>(
        _ kind: EventKind<Payload>,
        id: String = UUID().uuidString.lowercased(),
        timestamp: Date = Date(timeIntervalSince1970: 1_795_428_000)
    ) -> WebhookEvent {
        guard kind.breadth == .type, let sample = SampleEvent(type: kind.name, timestamp: timestamp) else {
            preconditionFailure("There is no sample of \(kind.name); name one type, such as .orderPaid.")
        }
        return WebhookEvent(id: id, body: sample.body)
    }

    /// A realistic event of one type, with parts of its payload changed; the body says the same as the payload.
    ///
    /// ```swift
    /// let free = WebhookEvent.sample(.orderPaid) { order in order.totalAmount = 0 }
    /// ```
    ///
    /// The body then has the fields of Polar's schemas and no others.
    public static func sample<Payload>(
        _ kind: EventKind<Payload>,
        id: String = UUID().uuidString.lowercased(),
        timestamp: Date = Date(timeIntervalSince1970: 1_795_428_000),
        change: (inout Payload) throws -> Void
    ) rethrows -> WebhookEvent {
        let event = sample(kind, id: id, timestamp: timestamp)
        guard var payload = kind.extract(event.payload) else {
            preconditionFailure("The sample of \(kind.name) cannot be decoded.")
        }
        try change(&payload)
        guard let changed = event.replacing(kind, with: payload) else {
            preconditionFailure("The sample of \(kind.name) cannot be changed.")
        }
        return changed
    }
}
