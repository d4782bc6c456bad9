import Glibc

/// Sends bytes to a port of this machine and reads until the other end closes; it blocks its thread.
package struct SocketClient: Sendable {
    private let port: Int
    private let patience: Duration

    package init(port: Int, patience: Duration) {
        self.port = port
        self.patience = patience
    }

    package func exchange(_ request: [UInt8]) throws -> [UInt8] {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw failure("open a socket") }
        defer { close(descriptor) }
        setPatience(of: descriptor)
        guard connect(descriptor) else { throw failure("connect to port \(port)") }
        send(request, on: descriptor)
        return receive(on: descriptor)
    }

    private func setPatience(of descriptor: Int32) {
        var time = timeval(tv_sec: Int(max(1, patience.components.seconds)), tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    }

    private func connect(_ descriptor: Int32) -> Bool {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(truncatingIfNeeded: port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        return withUnsafeBytes(of: address) { bytes in
            bytes.withMemoryRebound(to: sockaddr.self) {
                Glibc.connect(descriptor, $0.baseAddress, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    /// Sends all it can: a server that refuses a request may answer before it has read all of it.
    private func send(_ request: [UInt8], on descriptor: Int32) {
        var rest = request[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                // A server that is gone already must not end the process.
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    private func receive(on descriptor: Int32) -> [UInt8] {
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return received }
            received += buffer.prefix(count)
        }
    }

    private func failure(_ action: String) -> TestReceiverError {
        TestReceiverError(description: "The test cannot \(action): \(String(cString: strerror(errno))).")
    }
}
