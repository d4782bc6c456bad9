public import EventStore
public import Foundation

/// Something that a receiver has just done, for people who watch it.
public struct Activity: Hashable, Sendable {
    /// What was done.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A message was stored.
        case accepted

        /// A message was stored that Polar's API had.
        case recovered

        /// A message came again, and there was nothing to do.
        case duplicate

        /// A message came again, and its dead letters run again.
        case retrying

        /// A request was refused.
        case refused

        /// A delivery succeeded.
        case succeeded

        /// A delivery was left out for a newer event.
        case superseded

        /// An attempt failed, another one follows.
        case failed

        /// A delivery became a dead letter.
        case dead

        /// A delivery was interrupted and waits for the next start.
        case returned
    }

    /// What was done.
    public let kind: Kind

    /// When.
    public let date: Date

    /// The endpoint's name.
    public let endpoint: String

    /// The message, unless its id is unknown; the beginning of a long id.
    public let webhookID: String?

    /// Its event type, or the beginning of a long one.
    public let type: String?

    /// Whose delivery it was; nil for what happened at the door.
    public let handler: HandlerID?

    /// Why something failed or was refused, or the beginning of a long reason.
    public let reason: String?

    // In bytes: a hundred activities are kept, and shown to everybody who watches.
    private static let idLimit = 256
    private static let typeLimit = 200
    private static let reasonLimit = 500

    init(
        _ kind: Kind,
        date: Date,
        endpoint: String,
        webhookID: String? = nil,
        type: String? = nil,
        handler: HandlerID? = nil,
        reason: String? = nil
    ) {
        self.kind = kind
        self.date = date
        self.endpoint = endpoint
        self.webhookID = webhookID?.cut(to: Self.idLimit)
        self.type = type?.cut(to: Self.typeLimit)
        self.handler = handler
        self.reason = reason?.cut(to: Self.reasonLimit)
    }

    /// Whether it happened to this message.
    func isAbout(_ message: StoredMessage) -> Bool {
        webhookID == message.webhookID && endpoint == message.endpoint
    }

    /// The activity without its reason.
    var withoutReason: Activity {
        Activity(kind, date: date, endpoint: endpoint, webhookID: webhookID, type: type, handler: handler)
    }
}
