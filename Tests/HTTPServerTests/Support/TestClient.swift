import Glibc

/// A blocking client on a plain socket; waiting for bytes fails after ten seconds.
final class TestClient {
    struct Failure: Error, Equatable {
        let operation: String
        let errno: Int32
    }

    private static let patience = timeval(tv_sec: 60, tv_usec: 0)

    /// Nil on a connection without TLS.
    private(set) var tls: TLSClientSession?

    private let socket: Int32
    private var received: [UInt8] = []

    /// - Parameter source: the IPv4 address to connect from; nil for any.
    init(port: Int, host: String = "127.0.0.1", from source: String? = nil, receiveBuffer: Int32? = nil) throws {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, "\(port)", &hints, &found) == 0, let address = found?.pointee else {
            throw Failure(operation: "getaddrinfo", errno: EINVAL)
        }
        defer { freeaddrinfo(found) }
        socket = Glibc.socket(address.ai_family, address.ai_socktype, 0)
        guard socket >= 0 else { throw Failure(operation: "socket", errno: errno) }
        var patience = Self.patience
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        if var size = receiveBuffer {
            setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
        }
        if let source { try Self.bind(socket, to: source) }
        guard connect(socket, address.ai_addr, address.ai_addrlen) == 0 else {
            throw Failure(operation: "connect", errno: errno)
        }
    }

    deinit {
        close(socket)
    }

    private static func bind(_ socket: Int32, to source: String) throws {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        guard inet_pton(AF_INET, source, &address.sin_addr) == 1 else {
            throw Failure(operation: "inet_pton", errno: EINVAL)
        }
        let isBound = withUnsafeBytes(of: &address) { bytes in
            bytes.withMemoryRebound(to: sockaddr.self) {
                Glibc.bind(socket, $0.baseAddress, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isBound else { throw Failure(operation: "bind", errno: errno) }
    }

    /// Speaks TLS from now on.
    func startTLS(_ offer: TLSOffer) throws {
        tls = try TLSClientSession(socket: socket, offer)
    }

    // MARK: Sending

    func send(_ text: String) throws {
        try send(Array(text.utf8))
    }

    func send(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                tls?.send($0) ?? Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw Failure(operation: "send", errno: errno) }
            sent += count
        }
    }

    /// Sends each byte in a segment of its own.
    func sendSingly(_ text: String) throws {
        var one: Int32 = 1
        setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
        for byte in text.utf8 { try send([byte]) }
    }

    /// Shuts its side down; it can still receive.
    func finishSending() {
        shutdown(socket, Int32(SHUT_WR))
    }

    /// Makes the end of this client a reset.
    func resetAtEnd() {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    }

    // MARK: Receiving

    /// Whether the server has closed and everything that it sent is received.
    func isAtEnd() throws -> Bool {
        guard received.isEmpty else { return false }
        return try receiveSome() == 0
    }

    /// Receives up to and with `end`.
    func receive(through end: String) throws -> String {
        let pattern = Array(end.utf8)
        while true {
            if let range = received.firstRange(of: pattern) { return text(take(range.upperBound)) }
            guard try receiveSome() > 0 else { throw Failure(operation: "receive", errno: ENODATA) }
        }
    }

    /// Receives `count` bytes.
    func receive(count: Int) throws -> [UInt8] {
        while received.count < count {
            guard try receiveSome() > 0 else { throw Failure(operation: "receive", errno: ENODATA) }
        }
        return take(count)
    }

    /// Receives everything until the server closes or resets the connection.
    func receiveAll() -> [UInt8] {
        while let count = try? receiveSome(), count > 0 {}
        return take(received.count)
    }

    /// Receives one answer; that to HEAD has no body.
    func receiveAnswer(toHead: Bool = false) throws -> ReceivedAnswer {
        let head = try receive(through: "\r\n\r\n")
        var answer = try ReceivedAnswer(head: head)
        let length = Int(answer["content-length"] ?? "") ?? 0
        if !toHead { answer.body = text(try receive(count: length)) }
        return answer
    }

    /// Sends a request and receives its answer.
    func exchange(_ request: String) throws -> ReceivedAnswer {
        try send(request)
        return try receiveAnswer()
    }

    private func receiveSome() throws -> Int {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        var count: Int
        repeat {
            count = buffer.withUnsafeMutableBytes {
                tls?.receive(into: $0) ?? recv(socket, $0.baseAddress, $0.count, 0)
            }
        } while count < 0 && errno == EINTR
        guard count >= 0 else { throw Failure(operation: "recv", errno: errno) }
        received += buffer.prefix(count)
        return count
    }

    private func take(_ count: Int) -> [UInt8] {
        defer { received.removeFirst(count) }
        return Array(received.prefix(count))
    }

    private func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}
