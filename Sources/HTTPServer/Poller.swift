import CLinux
import Glibc

/// The epoll set of a loop.
struct Poller: ~Copyable {
    private let descriptor: Descriptor

    init() throws(ServerError) {
        let descriptor = linux_epoll_create()
        guard descriptor >= 0 else { throw .system(operation: "epoll_create1", errno: errno) }
        self.descriptor = Descriptor(descriptor)
    }

    /// Adds a descriptor, whose events come with `data`; false when the system has no room.
    ///
    /// Closing a descriptor removes it.
    func add(_ other: borrowing Descriptor, events: UInt32, data: UInt64) -> Bool {
        linux_epoll_add(descriptor.value, other.value, events, data) == 0
    }

    /// Removes a descriptor that may not be there.
    func remove(_ other: borrowing Descriptor) {
        _ = linux_epoll_remove(descriptor.value, other.value)
    }

    /// Waits for events and returns how many are in `events`; a negative time waits for ever.
    func wait(into events: inout [linux_event], milliseconds: Int32) -> Int {
        max(0, Int(linux_epoll_wait(descriptor.value, &events, Int32(clamping: events.count), milliseconds)))
    }
}
