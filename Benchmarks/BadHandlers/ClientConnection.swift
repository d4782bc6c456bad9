import Foundation

/// A connection to the receiver that sends one request after the other, on the calling thread.
struct ClientConnection: ~Copyable {
    private let descriptor: Int32

    init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(truncatingIfNeeded: port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let isConnected = withUnsafeBytes(of: &address) { bytes in
            bytes.withMemoryRebound(to: sockaddr.self) {
                connect(descriptor, $0.baseAddress, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected else { throw BenchmarkError("Nobody listens.") }
    }

    deinit { close(descriptor) }

    /// Whether the receiver has accepted the message.
    func send(_ request: [UInt8]) throws -> Bool {
        guard write(descriptor, request, request.count) == request.count else {
            throw BenchmarkError("The receiver does not read.")
        }
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        // Each answer ends with a JSON object, and nothing else in it has a brace.
        while answer.last != UInt8(ascii: "}") {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { throw BenchmarkError("The receiver has closed the connection.") }
            answer += buffer[..<count]
        }
        return String(decoding: answer, as: UTF8.self).hasPrefix("HTTP/1.1 202 ")
    }
}
