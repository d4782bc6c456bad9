import CLinux
import Glibc

/// A listening socket, shared by all loops of a server.
///
/// It is made before the server, so that a port that cannot be had is known before anything else is done. Clients that
/// come meanwhile wait in its queue.
public final class Listener: Sendable {
    /// How many connections may wait to be accepted; the system's own limit applies too.
    static let backlog: Int32 = 4_096

    let descriptor: Descriptor

    /// The port, also where any free one was asked for; 0 for a socket in the file system.
    public let port: Int

    /// The socket's file, removed at the end.
    private let path: String?

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
            path = nil
            self.descriptor = descriptor
            return
        }
        throw failure == EADDRINUSE
            ? .addressInUse(host: host, port: port) : .cannotListen(host: host, port: port, errno: failure)
    }

    /// Listens on a socket in the file system, which only this user may use.
    ///
    /// A file that is there already is replaced: the caller must know that no living server has made it.
    ///
    /// - Throws: ``ServerError``.
    public init(path: String) throws(ServerError) {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let room = MemoryLayout.size(ofValue: address.sun_path)
        guard path.utf8.count < room else { throw .cannotMakeSocket(path: path, errno: ENAMETOOLONG) }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        unlink(path)
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let value = socket(AF_UNIX, type, 0)
        guard value >= 0 else { throw .cannotMakeSocket(path: path, errno: errno) }
        descriptor = Descriptor(value)
        self.path = path
        port = 0
        let isBound = withUnsafeBytes(of: &address) { bytes in
            bytes.withMemoryRebound(to: sockaddr.self) {
                bind(value, $0.baseAddress, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
        // Nobody can connect before listen(), so nobody sees the file with wider rights.
        guard isBound, chmod(path, 0o600) == 0, Glibc.listen(value, Self.backlog) == 0 else {
            let error = errno
            if isBound { unlink(path) }
            throw .cannotMakeSocket(path: path, errno: error)
        }
    }

    /// Lets no more clients come; those that nobody has accepted yet are reset.
    func stop() {
        // Both fail when another loop has done it already.
        _ = shutdown(descriptor.value, Int32(SHUT_RD))
        if let path { unlink(path) }
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
