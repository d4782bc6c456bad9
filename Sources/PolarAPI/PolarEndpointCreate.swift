/// A webhook endpoint to make.
public struct PolarEndpointCreate: Hashable, Sendable, Encodable {
    private enum CodingKeys: String, CodingKey {
        case url, format, events, name
        case apiVersion = "api_version"
        case organizationID = "organization_id"
    }

    /// Where to send, an `https` address of at most 2,083 characters that is not of a private network.
    public var url: String

    /// `raw` for a receiver.
    public var format: String

    /// The event types to send.
    public var events: [String]

    /// What people call it.
    public var name: String?

    /// The version of the payloads; Polar's current one where it is nil.
    public var apiVersion: String?

    /// Whose endpoint it will be; needed unless the token is of one organization.
    public var organizationID: String?

    /// Makes a description.
    public init(
        url: String,
        events: [String],
        format: String = "raw",
        name: String? = nil,
        apiVersion: String? = nil,
        organizationID: String? = nil
    ) {
        self.url = url
        self.events = events
        self.format = format
        self.name = name
        self.apiVersion = apiVersion
        self.organizationID = organizationID
    }
}
