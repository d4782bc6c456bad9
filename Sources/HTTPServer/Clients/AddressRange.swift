package import HTTPWire

/// Addresses that begin alike, such as `10.0.0.0/8`; a single one is a range too.
public struct AddressRange: Hashable, Sendable {
    private let network: ClientAddress
    private let highMask: UInt64
    private let lowMask: UInt64

    /// Reads an IPv4 or IPv6 address, and the length of its prefix in bits behind a slash; nil when it is no such text.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let network = ClientAddress(String(parts[0])) else { return nil }
        let width = network.isIPv4 && !text.contains(":") ? 32 : 128
        guard parts.count == 1 || parts[1].allSatisfy(\.isNumber),
            let length = parts.count == 1 ? width : Int(parts[1]), (0...width).contains(length)
        else { return nil }
        let bits = length + 128 - width
        highMask = Self.mask(bits)
        lowMask = Self.mask(bits - 64)
        self.network = network
    }

    /// Whether an address is in the range.
    package func contains(_ address: ClientAddress) -> Bool {
        (address.high ^ network.high) & highMask == 0 && (address.low ^ network.low) & lowMask == 0
    }

    /// A word whose first bits are set.
    private static func mask(_ bits: Int) -> UInt64 {
        bits <= 0 ? 0 : UInt64.max << UInt64(64 - min(bits, 64))
    }
}
