/// What became of an appended message.
public enum AppendOutcome: Hashable, Sendable {
    /// It is new, and stored with one pending delivery per handler.
    case accepted

    /// Its id, or its digest at another endpoint, is in the inbox already and none of its deliveries is dead; nothing changed.
    case duplicate

    /// Its id is in the inbox already; the dead deliveries of these handlers are pending again.
    case retrying([HandlerID])
}
