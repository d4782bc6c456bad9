import PolarAPI
import PolarReceiver

/// An endpoint of Polar as a line of JSON, with the same keys for every one, and as text; its secret is in neither.
struct EndpointLine: Encodable {
    private enum Key: String, CodingKey {
        case id, url, name, enabled, format, api_version, uses_standard_webhook_signature, organization_id, events
        case created_at
    }

    private let endpoint: PolarEndpoint

    init(_ endpoint: PolarEndpoint) {
        self.endpoint = endpoint
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(endpoint.id, forKey: .id)
        try container.encode(endpoint.url, forKey: .url)
        try container.encode(endpoint.name, forKey: .name)
        try container.encode(endpoint.isEnabled, forKey: .enabled)
        try container.encode(endpoint.format, forKey: .format)
        try container.encode(endpoint.apiVersion, forKey: .api_version)
        try container.encode(endpoint.usesStandardWebhookSignature, forKey: .uses_standard_webhook_signature)
        try container.encode(endpoint.organizationID, forKey: .organization_id)
        try container.encode(endpoint.events, forKey: .events)
        try container.encode(TimeText(endpoint.createdAt), forKey: .created_at)
    }

    /// The same for people.
    var text: String {
        let state = endpoint.isEnabled ? "enabled" : "disabled"
        let version = endpoint.apiVersion ?? "no version"
        return MessageTable.printable(
            "\(endpoint.id)  \(state)  \(endpoint.format)  \(version)  \(Counted.text(endpoint.events.count, "event"))  \(endpoint.url)"
        )
    }
}
