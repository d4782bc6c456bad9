import Foundation

extension MessageQuery {
    /// Whether a message fulfils all conditions; texts are compared by their bytes, as a database does.
    func includes(_ record: MessageRecord) -> Bool {
        includes(record.message) && includes(record.deliveries)
    }

    private func includes(_ message: StoredMessage) -> Bool {
        let isOfType = types.isEmpty || types.contains { $0.matches(message.type) }
        let isAboutSubject = subject.map { message.subject?.utf8.elementsEqual($0.utf8) == true } ?? true
        let isOfEndpoint = endpoint.map { message.endpoint.utf8.elementsEqual($0.utf8) } ?? true
        let hasID = webhookID.map { message.webhookID.utf8.elementsEqual($0.utf8) } ?? true
        let hasPrefix = message.webhookID.utf8.starts(with: (idPrefix ?? "").utf8)
        let isInTime =
            message.receivedAt >= receivedFrom ?? .distantPast
            && receivedBefore.map { message.receivedAt < $0 } ?? true
        let isKept = isPruned.map { message.isPruned == $0 } ?? true
        return isOfType && isAboutSubject && isOfEndpoint && hasID && hasPrefix && isInTime && isKept
    }

    private func includes(_ deliveries: [MessageRecord.Delivery]) -> Bool {
        guard handler != nil || !states.isEmpty else { return true }
        return deliveries.contains { delivery in
            (handler == nil || delivery.handler == handler) && (states.isEmpty || states.contains(delivery.state))
        }
    }
}
