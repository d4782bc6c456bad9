import Foundation

/// Which hosts Polar can reach at all.
enum PublicHost {
    /// Names that mean something on one machine or in one network only (RFC 6761, RFC 6762, and `internal` by ICANN).
    private static let privateNames = ["localhost", "local", "internal"]

    /// This machine by its usual names.
    static func isLoopback(_ host: String) -> Bool { ["localhost", "127.0.0.1", "::1"].contains(bare(host)) }

    /// Whether an address, or the ending of a name, is none of a private network's.
    static func isPublic(_ host: String) -> Bool {
        let host = bare(host)
        if let bytes = address(host, AF_INET, count: 4) { return isPublic(version4: bytes) }
        if let bytes = address(host, AF_INET6, count: 16) { return isPublic(version6: bytes) }
        let labels = host.lowercased().split(separator: ".")
        guard labels.count > 1, let last = labels.last else { return false }
        return !privateNames.contains(String(last))
    }

    /// An IPv6 address without its brackets.
    private static func bare(_ host: String) -> String {
        host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
    }

    private static func address(_ text: String, _ family: Int32, count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        return inet_pton(family, text, &bytes) == 1 ? bytes : nil
    }

    /// RFC 1918, RFC 6598, loopback and link-local.
    private static func isPublic(version4 bytes: [UInt8]) -> Bool {
        switch (bytes[0], bytes[1]) {
        case (0, _), (10, _), (127, _), (169, 254), (192, 168), (172, 16...31), (100, 64...127): false
        default: true
        }
    }

    /// Loopback, unique local (RFC 4193), link-local, and IPv4 addresses in IPv6.
    private static func isPublic(version6 bytes: [UInt8]) -> Bool {
        if bytes.prefix(10).allSatisfy({ $0 == 0 }) {
            return bytes[10] == 0xFF && bytes[11] == 0xFF && isPublic(version4: Array(bytes.suffix(4)))
        }
        return bytes[0] & 0xFE != 0xFC && !(bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80)
    }
}
