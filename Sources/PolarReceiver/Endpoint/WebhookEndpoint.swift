public import EventStore

/// A path that takes signed messages of one sender.
public struct WebhookEndpoint: Sendable {
    /// The name it is stored, logged and counted by.
    public let name: String

    /// The path, such as `/webhooks/polar`; it matches with or without a trailing slash.
    public let path: String

    /// The secrets a message may be signed with; several while one is being replaced.
    public let secrets: [WebhookSecret]

    /// How far the sender's clock may be off, either way.
    public let tolerance: Duration

    /// The handlers that get its events; nil for all.
    public let handlers: Set<HandlerID>?

    /// Where its messages are expected to come from; nil for anywhere.
    public let senders: SenderList?

    /// Whether messages can arrive at a path: a request can have it, and the health pages leave it free.
    package static func canServe(_ path: String) -> Bool {
        let path = RoutePath(path)
        return path.isReachable && !HealthRoute.takes(path)
    }

    /// Makes an endpoint.
    public init(
        name: String = "polar",
        path: String = "/webhooks/polar",
        secrets: [WebhookSecret],
        tolerance: Duration = .seconds(300),
        handlers: Set<HandlerID>? = nil,
        senders: SenderList? = nil
    ) {
        self.name = name
        self.path = path
        self.secrets = secrets
        self.tolerance = tolerance
        self.handlers = handlers
        self.senders = senders
    }
}
