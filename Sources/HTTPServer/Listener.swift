import Glibc

/// A listening socket, shared by all loops of a server.
///
/// It is made before the server, so that a port that cannot be had is known before anything else is done. Clients that
/// come meanwhile wait in its queue.
public final class Listener: Sendable {
    /// How many connections may wait to be accepted; the system's own limit applies too.
    static let backlog: Int32 = 4_096

    let descriptor: Descriptor

    /// The port, also where any free one was asked for.
    public let port: Int

    /// Binds and listens on the first address of `host` that can be had.
    ///
    /// The address is not shared: a second server on the same port fails.
    ///
    /// - Throws: ``ServerError``.
    public init(host: String, port: Int) throws(ServerError) {
        guard let service = UInt16(exactly: port) else { throw .invalidPort(port) }
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, "\(service)", &hints, &found) == 0 else { throw .unknownHost(host) }
        defer { freeaddrinfo(found) }
        var failure: Int32 = EADDRNOTAVAIL
        for address in sequence(first: found, next: { $0?.pointee.ai_next }).compactMap(\.self) {
            let descriptor = Self.listen(on: address.pointee)
            guard let descriptor else {
                failure = errno
                continue
            }
            self.port = Self.localPort(of: descriptor.value) ?? port
            self.descriptor = descriptor
            return
        }
        throw failure == EADDRINUSE
            ? .addressInUse(host: host, port: port) : .cannotListen(host: host, port: port, errno: failure)
    }

    /// Lets no more clients come; those that nobody has accepted yet are reset.
    func stop() {
        // Fails when another loop has done it already.
        _ = shutdown(descriptor.value, Int32(SHUT_RD))
    }

    /// Listens on one address; nil with `errno` set when that fails.
    private static func listen(on address: addrinfo) -> Descriptor? {
        let type = address.ai_socktype | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let value = socket(address.ai_family, type, 0)
        guard value >= 0 else { return nil }
        // Lets a restarted server take the port while old connections are in TIME_WAIT.
        set(SO_REUSEADDR, level: SOL_SOCKET, on: value)
        guard bind(value, address.ai_addr, address.ai_addrlen) == 0, Glibc.listen(value, backlog) == 0 else {
            let error = errno
            close(value)
            errno = error
            return nil
        }
        return Descriptor(value)
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
        return withUnsafeBytes(of: storage) {
            Int(UInt16(bigEndian: $0.loadUnaligned(fromByteOffset: 2, as: UInt16.self)))
        }
    }
}
