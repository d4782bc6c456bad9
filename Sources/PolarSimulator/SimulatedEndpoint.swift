public import Foundation

/// A webhook endpoint of a simulated Polar.
public struct SimulatedEndpoint: Hashable, Sendable {
    /// Its id.
    public let id: String

    /// When it was made.
    public let createdAt: Date

    /// When it was changed last.
    public internal(set) var modifiedAt: Date?

    /// Where its events are sent.
    public internal(set) var url: String

    /// What people call it.
    public internal(set) var name: String?

    /// `raw`, `discord` or `slack`.
    public internal(set) var format: String

    /// What its messages are signed with.
    public internal(set) var secret: String

    /// Whether the key is the decoded part of the secret, or else the secret's text.
    public internal(set) var usesStandardSignature: Bool

    /// The event types that are sent.
    public internal(set) var events: [String]

    /// Whether anything is sent.
    public internal(set) var isEnabled = true

    /// The version of the payloads.
    public internal(set) var apiVersion: String

    func json(organization: String) -> [String: Any] {
        [
            "id": id, "created_at": SimulatorJSON.text(createdAt), "modified_at": SimulatorJSON.text(modifiedAt),
            "url": url, "name": name ?? NSNull(), "format": format, "secret": secret, "organization_id": organization,
            "events": events, "enabled": isEnabled, "api_version": apiVersion,
            "uses_standard_webhook_signature": usesStandardSignature,
        ]
    }
}
