import Foundation
import Glibc

/// A connection to a receiver that stays open, closed with its last reference.
final class OpenConnection: Sendable {
    private let descriptor: Int32

    init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(truncatingIfNeeded: port)).bigEndian
        address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
        let isConnected = withUnsafeBytes(of: &address) { bytes in
            bytes.withMemoryRebound(to: sockaddr.self) {
                connect(descriptor, $0.baseAddress, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }

    deinit {
        close(descriptor)
    }

    /// Whether the receiver has answered something.
    var hasAnswer: Bool {
        var byte: UInt8 = 0
        return recv(descriptor, &byte, 1, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT)) > 0
    }

    func send(_ text: String) throws {
        let count = text.utf8.count
        guard write(descriptor, text, count) == count else { throw POSIXError(.EIO) }
    }

    /// Sends as much as the other end takes now, which may be nothing.
    func sendWhatFits(_ bytes: [UInt8]) {
        _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL))
    }

    /// The line that an answer begins with, once there is one.
    func statusLine() async throws -> String {
        let end = ContinuousClock.now + .seconds(60)
        while !hasAnswer {
            guard ContinuousClock.now < end else { throw POSIXError(.ETIMEDOUT) }
            try await Task.sleep(for: .milliseconds(2))
        }
        var bytes = [UInt8](repeating: 0, count: 64)
        var count = recv(descriptor, &bytes, bytes.count, 0)
        while count < 0, errno == EINTR { count = recv(descriptor, &bytes, bytes.count, 0) }
        return String(decoding: bytes.prefix(max(0, count)).prefix { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
    }
}
