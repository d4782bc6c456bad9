import HTTPWire

/// The proxies whose word for a client's address is taken, and the field they give it in.
public struct TrustedProxies: Sendable {
    /// The field that the proxies write; one that they pass on unchanged would let clients choose their address.
    public enum Field: String, CaseIterable, Sendable {
        /// `X-Forwarded-For`: addresses, the nearest last.
        case forwardedFor = "x-forwarded-for"

        /// `Forwarded` (RFC 7239).
        case forwarded

        var name: StaticString {
            switch self {
            case .forwardedFor: "x-forwarded-for"
            case .forwarded: "forwarded"
            }
        }
    }

    private let ranges: [AddressRange]
    private let field: Field

    /// Makes the rule; without ranges nobody is trusted.
    public init(_ ranges: [AddressRange] = [], field: Field = .forwardedFor) {
        self.ranges = ranges
        self.field = field
    }

    /// Whether an address is that of one of the proxies.
    func contain(_ address: ClientAddress) -> Bool {
        ranges.contains { $0.contains(address) }
    }

    /// The client behind `peer`: the last address in the field that is no proxy's.
    ///
    /// What stands before that, or before something that is no address, is the word of somebody unknown. So is the whole
    /// field when `peer` is no proxy.
    func client(of peer: ClientAddress, _ head: borrowing RequestHead, _ bytes: RawSpan) -> ClientAddress {
        guard !ranges.isEmpty, contain(peer) else { return peer }
        var client: ClientAddress?
        head.forEachMember(of: field.name, in: bytes) { member in
            guard let address = address(bytes.extracting(member)) else { return client = nil }
            if client == nil || !contain(address) { client = address }
        }
        return client ?? peer
    }

    private func address(_ member: RawSpan) -> ClientAddress? {
        switch field {
        case .forwardedFor: ForwardedNode(member)?.address
        case .forwarded: ForwardedNode(parametersOf: member)?.address
        }
    }
}
