public import EventStore
import PolarEvents

extension TestReceiver {
    /// A message that the receiver took.
    public struct Message: Hashable, Sendable {
        /// The `webhook-id`.
        public let id: String

        /// What the receiver made of it: new, a duplicate, or a redelivery that lets dead letters run again.
        public let outcome: AppendOutcome
    }

    /// Sends an event as Polar would, signed now by the receiver's clock; returns once it is in the inbox.
    ///
    /// The same event, or another one with its id, is a redelivery.
    ///
    /// - Throws: ``TestReceiverError`` when the receiver refuses it.
    @discardableResult
    public func send(_ event: WebhookEvent) async throws -> Message {
        let request = try SignedRequest(event, secret: Self.secret, at: clock.now)
        let answer = try await channel.answer(to: request.bytes(path: Self.path))
        guard let outcome = answer.outcome else {
            throw TestReceiverError(
                description: "The receiver refused the message \"\(event.id)\": \(answer.status) \(answer.body)"
            )
        }
        return Message(id: event.id, outcome: outcome)
    }
}

extension HTTPAnswer {
    /// What became of a message; nil when it was refused.
    fileprivate var outcome: AppendOutcome? {
        guard status == 202, let json = try? JSONValue(parsing: Array(body.utf8)) else { return nil }
        switch json["result"]?.text {
        case "accepted": return .accepted
        case "duplicate": return .duplicate
        case "retrying":
            guard case .array(let names) = json["handlers"] else { return nil }
            return .retrying(names.compactMap(\.text).map(HandlerID.init(rawValue:)))
        default: return nil
        }
    }
}
