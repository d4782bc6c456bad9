import Foundation
import Glibc
import Synchronization

/// A server that does with each connection what its test says, well or badly.
final class RawServer: Sendable {
    private struct State {
        var requests: [String] = []
        var connections = 0
        var open = 0
        var mostOpen = 0
        var waiters: [(isMet: (State) -> Bool, resume: @Sendable () -> Void)] = []
    }

    let port: Int
    private let listener: Int32
    private let state = Mutex(State())

    /// - Parameters:
    ///   - family: `AF_INET` or `AF_INET6`, on loopback.
    ///   - path: a socket in the file system instead.
    ///   - backlog: how many connections wait to be accepted.
    ///   - tls: shakes hands before anything else.
    ///   - serve: what is done with a connection, on a thread of its own; nil accepts none.
    init(
        family: Int32 = AF_INET,
        path: String? = nil,
        backlog: Int32 = 512,
        tls: TLSPeer.Context? = nil,
        serve: (@Sendable (RawPeer) throws -> Void)?
    ) throws {
        listener = socket(path == nil ? family : AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        port = try Self.bind(listener, family, path)
        guard listen(listener, backlog) == 0 else { throw POSIXError(.EADDRINUSE) }
        guard let serve else { return }
        Thread.detachNewThread { [self, listener] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                change { state in
                    state.connections += 1
                    state.open += 1
                    state.mostOpen = max(state.mostOpen, state.open)
                }
                Thread.detachNewThread { [self] in
                    // OpenSSL writes without MSG_NOSIGNAL. Only this thread's signal is blocked: the client must not raise it.
                    var signals = sigset_t()
                    sigaddset(&signals, SIGPIPE)
                    pthread_sigmask(SIG_BLOCK, &signals, nil)
                    // A peer that ends in the middle is what many tests are about.
                    try? serve(RawPeer(connection, try tls.map { try TLSPeer($0, connection) }, self))
                    close(connection)
                    change { $0.open -= 1 }
                }
            }
        }
    }

    /// Answers every request with these texts, one for each.
    static func answering(_ answer: String, tls: TLSPeer.Context? = nil) throws -> RawServer {
        try RawServer(tls: tls) { peer in
            while try peer.receiveRequest() != nil { try peer.send(answer) }
        }
    }

    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    var url: String { "http://127.0.0.1:\(port)" }
    var requests: [String] { state.withLock { $0.requests } }
    var connections: Int { state.withLock { $0.connections } }
    var mostOpen: Int { state.withLock { $0.mostOpen } }

    func note(_ request: String) { change { $0.requests.append(request) } }

    /// Returns once so many requests have come.
    func received(_ count: Int) async { await wait { $0.requests.count >= count } }

    /// Returns once so many connections were made.
    func accepted(_ count: Int) async { await wait { $0.connections >= count } }

    /// Returns once the clients have ended all connections.
    func isLeft() async { await wait { $0.connections > 0 && $0.open == 0 } }

    private func wait(_ isMet: @escaping @Sendable (State) -> Bool) async {
        await withCheckedContinuation { continuation in
            state.withLock { $0.waiters.append((isMet, { continuation.resume() })) }
            change { _ in }
        }
    }

    private func change(_ body: (inout State) -> Void) {
        let met = state.withLock { state in
            body(&state)
            let met = state.waiters.filter { $0.isMet(state) }
            let rest = state.waiters.filter { !$0.isMet(state) }
            state.waiters = rest
            return met.map(\.resume)
        }
        for resume in met { resume() }
    }

    private static func bind(_ socket: Int32, _ family: Int32, _ path: String?) throws -> Int {
        var status: Int32
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        if let path {
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8) + [0]) }
            status = withUnsafeBytes(of: &address) { Self.bind(socket, $0) }
            guard status == 0 else { throw POSIXError(.EADDRINUSE) }
            return 0
        }
        if family == AF_INET6 {
            var address = sockaddr_in6()
            address.sin6_family = sa_family_t(AF_INET6)
            address.sin6_addr = in6addr_loopback
            status = withUnsafeBytes(of: &address) { Self.bind(socket, $0) }
        } else {
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            status = withUnsafeBytes(of: &address) { Self.bind(socket, $0) }
        }
        guard status == 0 else { throw POSIXError(.EADDRNOTAVAIL) }
        withUnsafeMutablePointer(to: &storage) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = getsockname(socket, $0, &length) }
        }
        // Both families have the port in the same place.
        return withUnsafeBytes(of: &storage) { Int(UInt16(bigEndian: $0.load(fromByteOffset: 2, as: UInt16.self))) }
    }

    private static func bind(_ socket: Int32, _ address: UnsafeRawBufferPointer) -> Int32 {
        guard let start = address.baseAddress else { return -1 }
        return Glibc.bind(socket, start.assumingMemoryBound(to: sockaddr.self), socklen_t(address.count))
    }
}

/// The server's side of one connection; every call blocks its thread.
final class RawPeer {
    struct Ended: Error {}

    private let socket: Int32
    private let tls: TLSPeer?
    private let server: RawServer
    private var bytes: [UInt8] = []

    init(_ socket: Int32, _ tls: TLSPeer?, _ server: RawServer) {
        (self.socket, self.tls, self.server) = (socket, tls, server)
    }

    /// Reads a head, and leaves the rest of the request in the socket.
    func receiveHead() throws {
        while bytes.firstRange(of: Array("\r\n\r\n".utf8)) == nil { guard try receiveSome() else { return } }
    }

    /// The next request, its body included; nil where the client ends.
    func receiveRequest() throws -> String? {
        let end = Array("\r\n\r\n".utf8)
        while bytes.firstRange(of: end) == nil { guard try receiveSome() else { return nil } }
        guard let head = bytes.firstRange(of: end) else { return nil }
        let text = String(decoding: bytes[..<head.upperBound], as: UTF8.self)
        let length = text.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
            .flatMap { Int($0.drop { $0 != ":" }.dropFirst().trimmingCharacters(in: .whitespaces)) }
        while bytes.count < head.upperBound + (length ?? 0) { guard try receiveSome() else { return nil } }
        let request = bytes.prefix(head.upperBound + (length ?? 0))
        bytes.removeFirst(request.count)
        server.note(String(decoding: request, as: UTF8.self))
        return String(decoding: request, as: UTF8.self)
    }

    func send(_ text: String) throws { try send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                tls?.send($0) ?? Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw Ended() }
            sent += count
        }
    }

    /// Returns when the client ends the connection.
    func waitForEnd() throws { while try receiveSome() {} }

    /// Makes the end of the connection a reset.
    func resetAtEnd() {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    }

    private func receiveSome() throws -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        var count: Int
        repeat {
            count = buffer.withUnsafeMutableBytes {
                tls?.receive(into: $0) ?? recv(socket, $0.baseAddress, $0.count, 0)
            }
        } while count < 0 && errno == EINTR
        bytes += buffer.prefix(max(0, count))
        return count > 0
    }
}

/// How many sockets of this process are connected to a port of this machine.
func openSockets(to port: Int) -> Int {
    let lines = ["/proc/net/tcp", "/proc/net/tcp6"].flatMap { path in
        ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").split(separator: "\n").dropFirst()
    }
    let end = String(format: ":%04X", port)
    let inodes = lines.compactMap { line -> Substring? in
        let columns = line.split(separator: " ")
        return columns.count > 9 && columns[2].hasSuffix(end) ? columns[9] : nil
    }
    let own = ((try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? [])
        .compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)") }
    return inodes.count { own.contains("socket:[\($0)]") }
}
