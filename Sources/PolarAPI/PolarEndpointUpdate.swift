/// What to change in a webhook endpoint; what is nil stays as it is.
public struct PolarEndpointUpdate: Hashable, Sendable, Encodable {
    private enum CodingKeys: String, CodingKey {
        case url, name, format, events
        case apiVersion = "api_version"
        case isEnabled = "enabled"
    }

    /// Where to send.
    public var url: String?

    /// What people call it.
    public var name: String?

    /// The version of the payloads of future events.
    public var apiVersion: String?

    /// `raw` for a receiver.
    public var format: String?

    /// The event types to send.
    public var events: [String]?

    /// Whether anything is sent.
    public var isEnabled: Bool?

    /// Makes a change.
    public init(
        url: String? = nil,
        name: String? = nil,
        apiVersion: String? = nil,
        format: String? = nil,
        events: [String]? = nil,
        isEnabled: Bool? = nil
    ) {
        self.url = url
        self.name = name
        self.apiVersion = apiVersion
        self.format = format
        self.events = events
        self.isEnabled = isEnabled
    }
}
