import Foundation

/// One request at a time to a server on this machine, byte for byte as a test writes it.
struct Client {
    struct Answer {
        let status: Int
        let fields: [String: String]
        let body: String
    }

    let port: Int

    /// Posts a signed message.
    func post(_ message: SignedMessage, path: String = "/webhooks/polar") async throws -> Answer {
        let fields = message.headers.map { "\($0): \($1)\r\n" }.joined()
        let head = "POST \(path) HTTP/1.1\r\nHost: a\r\nContent-Length: \(message.body.count)\r\n\(fields)"
        return try await send(Array((head + "Connection: close\r\n\r\n").utf8) + message.body)
    }

    /// Sends a request with these fields, each with its line end; what they say of the body need not be true.
    func send(_ method: String, _ path: String, fields: String = "", body: [UInt8] = []) async throws -> Answer {
        let head = "\(method) \(path) HTTP/1.1\r\nHost: a\r\n\(fields)Connection: close\r\n\r\n"
        return try await send(Array(head.utf8) + body)
    }

    /// On a thread of its own: those of Swift's concurrency, and Dispatch's behind them, must not block.
    private func send(_ bytes: [UInt8]) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try exchange(bytes) }) }
        }
    }

    private func exchange(_ bytes: [UInt8]) throws -> Answer {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var patience = timeval(tv_sec: 300, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let isConnected = withUnsafeBytes(of: &address) { bytes in
            bytes.withMemoryRebound(to: sockaddr.self) {
                connect(descriptor, $0.baseAddress, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected, write(descriptor, bytes, bytes.count) == bytes.count else { throw TestFailure("no server") }
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            // A signal interrupts a read that has a timeout, also with SA_RESTART (signal(7)).
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            received += buffer[..<count]
        }
        return try Self.parse(String(decoding: received, as: UTF8.self))
    }

    private static func parse(_ text: String) throws -> Answer {
        let parts = text.components(separatedBy: "\r\n\r\n")
        let lines = parts[0].components(separatedBy: "\r\n")
        guard parts.count == 2, let status = Int(lines[0].split(separator: " ").dropFirst().first ?? "") else {
            throw TestFailure("no answer: \(text)")
        }
        let fields = lines.dropFirst().map { $0.components(separatedBy: ": ") }.filter { $0.count == 2 }
        return Answer(
            status: status,
            fields: Dictionary(fields.map { ($0[0].lowercased(), $0[1]) }) { first, second in "\(first), \(second)" },
            body: parts[1]
        )
    }
}
