import CLinux

/// Tells one loop which of its sockets can be read or written; used by that loop's thread alone.
protocol Poller: AnyObject, SendableMetatype {
    /// Makes one that watches nothing.
    init() throws(ServerError)

    /// Reports a mailbox for as long as it has messages; false when the system has no room.
    func add(_ mailbox: Mailbox, data: UInt64) -> Bool

    /// Reports a listener for as long as a client waits; false when the system has no room.
    func add(_ listener: Listener, data: UInt64) -> Bool

    /// Reports a mailbox no more.
    func remove(_ mailbox: Mailbox, data: UInt64)

    /// Reports a listener no more, or not at all.
    func remove(_ listener: Listener, data: UInt64)

    /// Reports when a connection becomes readable or writable; false when the system has no room.
    func add(_ connection: Connection) -> Bool

    /// Is told what a connection waits for after it was served; a poller that reports every change has no need of it.
    func note(_ connection: Connection)

    /// Reports a connection no more; its descriptor may be closed afterwards.
    func remove(_ connection: Connection)

    /// Waits for events and returns how many are in `events`, which holds some; a negative time waits for ever.
    func wait(into events: inout [linux_event], milliseconds: Int32) -> Int
}
