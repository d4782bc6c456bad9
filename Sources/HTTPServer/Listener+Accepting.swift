import CLinux
import Glibc
import HTTPWire

extension Listener {
    /// What accepting one client came to.
    enum Accepted: ~Copyable {
        case client(Descriptor, ClientAddress)

        /// Nobody waits, or nobody can come any more.
        case nobody

        /// That client is gone; the next one may wait.
        case vanished

        /// The system has no room for another socket.
        case noRoom(errno: Int32)
    }

    /// Takes the next client from the queue.
    func accept() -> Accepted {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let socket = withUnsafeMutableBytes(of: &storage) { bytes in
            bytes.withMemoryRebound(to: sockaddr.self) {
                linux_accept(descriptor.value, $0.baseAddress, &length)
            }
        }
        guard socket >= 0 else { return Self.failure(errno) }
        return .client(Descriptor(socket), ClientAddress(storage))
    }

    /// Whether a client waits in the queue.
    var hasClient: Bool {
        var query = pollfd(fd: descriptor.value, events: Int16(POLLIN), revents: 0)
        return poll(&query, 1, 0) == 1 && query.revents & Int16(POLLIN) != 0
    }

    static func failure(_ error: Int32) -> Accepted {
        switch error {
        case EAGAIN, EINVAL: .nobody
        // Errors of the network that the new connection has already met count as well, see accept(2).
        case EINTR, ECONNABORTED, EPROTO, EPERM, ENETDOWN, ENOPROTOOPT, EHOSTDOWN, ENONET, EHOSTUNREACH, EOPNOTSUPP,
            ENETUNREACH:
            .vanished
        default: .noRoom(errno: error)
        }
    }
}
