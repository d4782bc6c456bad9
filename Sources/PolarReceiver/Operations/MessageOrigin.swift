public import EventStore

/// Where a message in the inbox comes from.
public enum MessageOrigin: String, Hashable, Sendable, Codable, CaseIterable {
    /// Polar sent it, and its signature was verified.
    case delivered

    /// Polar's API had it: an event that no delivery brought here.
    case recovered

    /// The receiver made it of what Polar's API said, because Polar made no event while the endpoint was disabled.
    case synthetic

    /// The stored header that says so; what a sender claims in a field of this name is not stored.
    static let headerName = "polar-receiver-origin"

    /// The origin of a message with these headers.
    init(_ headers: [MessageHeader]) {
        let value = headers.first { $0.name == Self.headerName }?.value
        self = value.flatMap(MessageOrigin.init(rawValue:)) ?? .delivered
    }

    /// What is stored with a message of this origin, which has no signature.
    func headers(apiVersion: String?) -> [MessageHeader] {
        let version = apiVersion.map { MessageHeader(name: "webhook-api-version", value: $0) }
        return [MessageHeader(name: Self.headerName, value: rawValue)] + [version].compactMap(\.self)
    }
}

extension StoredMessage {
    /// Where the message comes from; nil once its headers were taken away.
    public var origin: MessageOrigin? { isPruned ? nil : MessageOrigin(headers) }
}
