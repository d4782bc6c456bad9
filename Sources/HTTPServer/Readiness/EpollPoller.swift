import CLinux
import Glibc

/// An epoll set.
///
/// Connections are watched edge-triggered, so that they are added once and never looked at again.
final class EpollPoller: Poller {
    private let set: Descriptor

    init() throws(ServerError) {
        let descriptor = linux_epoll_create()
        guard descriptor >= 0 else { throw .system(operation: "epoll_create1", errno: errno) }
        set = Descriptor(descriptor)
    }

    func add(_ mailbox: Mailbox, data: UInt64) -> Bool {
        add(mailbox.descriptor, linux_readable, data)
    }

    func add(_ listener: Listener, data: UInt64) -> Bool {
        add(listener.descriptor, linux_listener_events, data)
    }

    func remove(_ mailbox: Mailbox, data: UInt64) {
        _ = linux_epoll_remove(set.value, mailbox.descriptor.value)
    }

    func remove(_ listener: Listener, data: UInt64) {
        // It may not be there.
        _ = linux_epoll_remove(set.value, listener.descriptor.value)
    }

    func add(_ connection: Connection) -> Bool {
        add(connection.socket, linux_connection_events, connection.id.data)
    }

    func note(_ connection: Connection) {
        // Every change is reported.
    }

    func remove(_ connection: Connection) {
        // Closing the descriptor removes it.
    }

    func wait(into events: inout [linux_event], milliseconds: Int32) -> Int {
        max(0, Int(linux_epoll_wait(set.value, &events, Int32(clamping: events.count), milliseconds)))
    }

    private func add(_ descriptor: borrowing Descriptor, _ events: UInt32, _ data: UInt64) -> Bool {
        linux_epoll_add(set.value, descriptor.value, events, data) == 0
    }
}
