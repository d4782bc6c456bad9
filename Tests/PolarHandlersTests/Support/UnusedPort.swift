import Foundation
import Testing

/// A port that nobody listens on, kept from others until the value's last reference is gone.
final class UnusedPort: Sendable {
    private let descriptor: Int32
    let number: Int

    init() throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutableBytes(of: &address) { [descriptor] bytes in
            bytes.withMemoryRebound(to: sockaddr.self) {
                bind(descriptor, $0.baseAddress, size) == 0 && getsockname(descriptor, $0.baseAddress, &size) == 0
            }
        }
        number = Int(in_port_t(bigEndian: address.sin_port))
        try #require(isBound)
    }

    deinit {
        close(descriptor)
    }
}
