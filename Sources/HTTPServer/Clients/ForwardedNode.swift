import Foundation
import HTTPWire

/// A node as proxies write it (RFC 7239 §6): an address, IPv6 in brackets when a port follows, perhaps in quotes.
struct ForwardedNode {
    /// The longest text of an address with brackets, port and quotes.
    private static let longest = 64

    let address: ClientAddress

    /// Reads a node; nil when it is none with an address, such as `unknown`.
    init?(_ bytes: RawSpan) {
        guard bytes.byteCount <= Self.longest else { return nil }
        self.init(bytes.withUnsafeBytes { String(decoding: $0, as: UTF8.self) })
    }

    /// Reads the parameter `for` of a member of `Forwarded` (RFC 7239 §4).
    init?(parametersOf bytes: RawSpan) {
        let text = bytes.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
        for parameter in text.split(separator: ";") {
            let parts = parameter.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, Self.trimmed(parts[0]).lowercased() == "for" else { continue }
            self.init(Self.trimmed(parts[1]))
            return
        }
        return nil
    }

    private init?(_ text: String) {
        var text = text[...]
        if text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") { text = text.dropFirst().dropLast() }
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]") else { return nil }
            text = text[..<end].dropFirst()
        } else if let colon = text.firstIndex(of: ":"), text.lastIndex(of: ":") == colon {
            // An IPv4 address with a port; an IPv6 address has two colons at least.
            text = text[..<colon]
        }
        guard let address = ClientAddress(String(text)) else { return nil }
        self.address = address
    }

    private static func trimmed(_ text: Substring) -> String {
        text.trimmingCharacters(in: .whitespaces)
    }
}
