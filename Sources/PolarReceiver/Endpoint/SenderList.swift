public import HTTPServer
import HTTPWire

/// The addresses that the messages of an endpoint are expected to come from.
///
/// The signature alone decides who a message is from; an address that nobody expects is a hint that a secret has leaked,
/// or that the sender has moved.
public struct SenderList: Sendable {
    /// The addresses.
    package let ranges: [AddressRange]

    /// Whether messages from elsewhere are refused, or only reported.
    public let refusesOthers: Bool

    /// Makes a list.
    public init(_ ranges: [AddressRange], refusesOthers: Bool = false) {
        self.ranges = ranges
        self.refusesOthers = refusesOthers
    }

    /// Whether an address is expected.
    func contains(_ address: ClientAddress) -> Bool {
        ranges.contains { $0.contains(address) }
    }
}
