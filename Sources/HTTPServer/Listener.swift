import CLinux
import Glibc

/// A listening socket, shared by all loops of a server.
final class Listener: Sendable {
    /// How many connections may wait to be accepted; the system's own limit applies too.
    private static let backlog: Int32 = 4_096

    let descriptor: Descriptor
    let port: Int

    /// Binds and listens. The address is not shared: a second server on the same port fails.
    init(host: String, port: Int) throws(ServerError) {
        guard let service = UInt16(exactly: port) else { throw .cannotListen(host: host, port: port, errno: EINVAL) }
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, "\(service)", &hints, &found) == 0, let address = found else {
            throw .unknownHost(host)
        }
        defer { freeaddrinfo(found) }
        let type = address.pointee.ai_socktype | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let value = socket(address.pointee.ai_family, type, 0)
        guard value >= 0 else { throw .system(operation: "socket", errno: errno) }
        descriptor = Descriptor(value)
        // Lets a restarted server take the port while old connections are in TIME_WAIT.
        Self.set(SO_REUSEADDR, level: SOL_SOCKET, on: value)
        guard bind(value, address.pointee.ai_addr, address.pointee.ai_addrlen) == 0,
            listen(value, Self.backlog) == 0
        else {
            let error = errno
            throw error == EADDRINUSE
                ? .addressInUse(host: host, port: port) : .cannotListen(host: host, port: port, errno: error)
        }
        self.port = Self.localPort(of: value) ?? port
    }

    /// Switches a socket option on.
    static func set(_ option: Int32, level: Int32, on descriptor: Int32) {
        var one: Int32 = 1
        // An option that cannot be set costs speed, not correctness.
        _ = setsockopt(descriptor, level, option, &one, socklen_t(MemoryLayout<Int32>.size))
    }

    private static func localPort(of descriptor: Int32) -> Int? {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let isKnown = withUnsafeMutableBytes(of: &storage) { bytes in
            bytes.withMemoryRebound(to: sockaddr.self) { getsockname(descriptor, $0.baseAddress, &length) == 0 }
        }
        guard isKnown else { return nil }
        // The port is at the same place for IPv4 and IPv6, in network byte order.
        return withUnsafeBytes(of: storage) { Int(UInt16(bigEndian: $0.loadUnaligned(fromByteOffset: 2, as: UInt16.self))) }
    }
}
