public import EventStore

extension TestReceiver {
    /// The deliveries of a message, or of all of them: messages in order of arrival, their handlers in order of ids.
    public func deliveries(of message: Message? = nil) async throws -> [DeliveryStatus] {
        var found: [DeliveryStatus] = []
        for record in try await records(of: message) {
            let failures = try await store.attempts(ofMessage: record.row)
            found += record.deliveries.map {
                DeliveryStatus($0, of: record.message, failures: failures[$0.handler] ?? [])
            }
        }
        return found
    }

    /// The delivery of a message to a handler, which can be left out where the message has only one.
    ///
    /// - Throws: ``TestReceiverError`` when there is none, or more than one.
    public func delivery(of message: Message, to handler: HandlerID? = nil) async throws -> DeliveryStatus {
        let all = try await deliveries(of: message)
        let meant = all.filter { handler == nil || $0.handler == handler }
        guard let delivery = meant.first, meant.count == 1 else {
            let sentence = "The message \(message.id) does not have one delivery\(Self.phrase(" to ", handler))"
            throw TestReceiverError(description: "\(sentence): \(Self.list(all))")
        }
        return delivery
    }

    /// The deliveries that failed for good and wait for a replay or a redelivery.
    public func deadLetters() async throws -> [DeliveryStatus] {
        try await deliveries().filter { $0.state == .dead }
    }

    /// Runs deliveries of a message again, as an operator does with `events replay`; all their attempts are before them.
    ///
    /// - Parameters:
    ///   - message: the message.
    ///   - handler: the handler whose delivery is meant, nil for all.
    ///   - asNew: whether it gets a new idempotency key, so that nothing takes it for done.
    /// - Returns: the number of deliveries.
    @discardableResult
    public func replay(_ message: Message, to handler: HandlerID? = nil, asNew: Bool = false) async throws -> Int {
        let rows = try await records(of: message).map(\.row)
        return try await receiver.perform(.replay(rows: rows, ReplayRule(handler: handler, asNew: asNew))).changed
    }

    // MARK: Reading

    /// The messages of the inbox with their deliveries, at one moment.
    func records(of message: Message? = nil) async throws(StoreError) -> [MessageRecord] {
        let records = try await store.messages(MessageQuery(), MessagePage(.oldestFirst, limit: .max))
        return records.filter { message == nil || $0.message.webhookID == message?.id }
    }

    /// Deliveries in a sentence.
    static func list(_ deliveries: [DeliveryStatus]) -> String {
        deliveries.isEmpty ? "no handler takes it" : deliveries.map(\.description).joined(separator: "; ")
    }

    static func phrase(_ preposition: String, _ handler: HandlerID?) -> String {
        handler.map { "\(preposition)\($0)" } ?? ""
    }
}
