import HTTPWire

/// The proxies whose word for a client's address is taken, and where they give it.
public struct TrustedProxies: Sendable {
    /// What the proxies write; a field that they pass on unchanged would let clients choose their address.
    public enum Field: String, CaseIterable, Sendable {
        /// `X-Forwarded-For`: addresses, the nearest last.
        case forwardedFor = "x-forwarded-for"

        /// `Forwarded` (RFC 7239).
        case forwarded

        /// The header of the PROXY protocol, which stands before everything else on a connection.
        case proxyProtocol = "proxy-protocol"

        /// Nil for what is no field of a request.
        var name: StaticString? {
            switch self {
            case .forwardedFor: "x-forwarded-for"
            case .forwarded: "forwarded"
            case .proxyProtocol: nil
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

    var isEmpty: Bool { ranges.isEmpty }

    /// Whether an address is that of one of the proxies.
    func contain(_ address: ClientAddress) -> Bool {
        ranges.contains { $0.contains(address) }
    }

    /// Whether the connections of `peer` begin with a header of the PROXY protocol.
    func beginWithHeader(from peer: ClientAddress) -> Bool {
        field == .proxyProtocol && contain(peer)
    }

    /// The client behind `peer`: the last address in the field that is no proxy's.
    ///
    /// What stands before that, or before something that is no address, is the word of somebody unknown. So is the whole
    /// field when `peer` is no proxy.
    func client(of peer: ClientAddress, _ head: borrowing RequestHead, _ bytes: RawSpan) -> ClientAddress {
        guard let name = field.name, !ranges.isEmpty, contain(peer) else { return peer }
        var client: ClientAddress?
        head.forEachMember(of: name, in: bytes) { member in
            guard let address = address(bytes.extracting(member)) else { return client = nil }
            if client == nil || !contain(address) { client = address }
        }
        return client ?? peer
    }

    private func address(_ member: RawSpan) -> ClientAddress? {
        switch field {
        case .forwardedFor: ForwardedNode(member)?.address
        case .forwarded: ForwardedNode(parametersOf: member)?.address
        case .proxyProtocol: nil
        }
    }
}
