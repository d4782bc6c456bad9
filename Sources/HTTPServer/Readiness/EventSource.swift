/// How a server learns what its clients did.
public enum EventSource: String, CaseIterable, Sendable {
    /// One epoll set per loop.
    case epoll

    /// A read and a write source of Dispatch for each connection: slower, and not only for Linux.
    case dispatch
}
