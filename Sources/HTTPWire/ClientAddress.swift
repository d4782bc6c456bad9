package import Glibc

/// The IP address of a client, as text only when asked.
///
/// An IPv4 address is the same whether it arrives as such or mapped into IPv6 (RFC 4291 §2.5.5.2).
public struct ClientAddress: Hashable, Sendable, CustomStringConvertible {
    /// The client of a socket in the file system.
    package static let none = ClientAddress(high: 0, low: 0)

    /// What an IPv4 address has above its 32 bits.
    private static let mappedPrefix: UInt64 = 0xFFFF << 32

    /// The first eight bytes of the IPv6 form.
    package let high: UInt64

    /// The last eight.
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// The 32 bits of an IPv4 address.
    init(ipv4: UInt64) {
        self.init(high: 0, low: Self.mappedPrefix | ipv4)
    }

    /// The address of a socket.
    package init(_ storage: sockaddr_storage) {
        self = withUnsafeBytes(of: storage) { bytes in
            switch Int32(storage.ss_family) {
            case AF_INET: Self(bytes.loadUnaligned(as: sockaddr_in.self).sin_addr)
            case AF_INET6: Self(bytes.loadUnaligned(as: sockaddr_in6.self).sin6_addr)
            default: .none
            }
        }
    }

    /// An address as text, IPv4 or IPv6; nil when it is neither.
    package init?(_ text: String) {
        var four = in_addr()
        var six = in6_addr()
        // Behind a null byte, C would not look.
        guard !text.utf8.contains(0) else { return nil }
        if inet_pton(AF_INET, text, &four) == 1 {
            self.init(four)
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            self.init(six)
        } else {
            return nil
        }
    }

    private init(_ address: in_addr) {
        self.init(ipv4: UInt64(UInt32(bigEndian: address.s_addr)))
    }

    private init(_ address: in6_addr) {
        (high, low) = withUnsafeBytes(of: address) {
            (
                UInt64(bigEndian: $0.loadUnaligned(as: UInt64.self)),
                UInt64(bigEndian: $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            )
        }
    }

    /// Whether it is an IPv4 address.
    package var isIPv4: Bool { high == 0 && low & ~0xFFFF_FFFF == Self.mappedPrefix }

    /// The IP address without the port.
    public var description: String {
        guard self != .none else { return "unknown" }
        var bytes = (high.bigEndian, low.bigEndian)
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let size = socklen_t(text.count)
        let isWritten = withUnsafeBytes(of: &bytes) { bytes in
            let start = isIPv4 ? bytes.baseAddress?.advanced(by: 12) : bytes.baseAddress
            return inet_ntop(isIPv4 ? AF_INET : AF_INET6, start, &text, size) != nil
        }
        return isWritten
            ? String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self) : "unknown"
    }
}
