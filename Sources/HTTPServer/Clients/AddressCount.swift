import HTTPWire
import Synchronization

/// Counts the connections of each address against a limit, for all loops of a server.
///
/// One IPv6 client usually has a whole /64, so that counts as one address.
final class AddressCount: Sendable {
    private let counts = Mutex<[ClientAddress: Int]>([:])
    private let limit: Int
    private let exempt: TrustedProxies

    /// - Parameter exempt: who may have any number: behind a proxy are many clients.
    init(limit: Int, exempt: TrustedProxies) {
        self.limit = limit
        self.exempt = exempt
    }

    /// Counts one more connection, unless the address has as many as it may.
    func open(_ address: ClientAddress) -> Bool {
        guard isCounted(address) else { return true }
        return counts.withLock { counts in
            let count = counts[Self.key(address), default: 0]
            guard count < limit else { return false }
            counts[Self.key(address)] = count + 1
            return true
        }
    }

    /// Forgets a connection that was counted.
    func close(_ address: ClientAddress) {
        guard isCounted(address) else { return }
        counts.withLock { counts in
            let count = counts[Self.key(address), default: 0] - 1
            counts[Self.key(address)] = count > 0 ? count : nil
        }
    }

    private func isCounted(_ address: ClientAddress) -> Bool {
        address != .none && !exempt.contain(address)
    }

    private static func key(_ address: ClientAddress) -> ClientAddress {
        address.isIPv4 ? address : ClientAddress(high: address.high, low: 0)
    }
}
