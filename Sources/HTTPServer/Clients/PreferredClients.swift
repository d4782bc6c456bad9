import HTTPWire
import Synchronization

/// The addresses for which some places are kept; they can be replaced while a server serves.
public final class PreferredClients: Sendable {
    private let ranges: Mutex<[AddressRange]>

    /// Makes a list.
    public init(_ ranges: [AddressRange] = []) {
        self.ranges = Mutex(ranges)
    }

    /// Takes another list, for connections that are still to come.
    public func use(_ new: [AddressRange]) {
        ranges.withLock { $0 = new }
    }

    var isEmpty: Bool { ranges.withLock { $0.isEmpty } }

    /// Whether an address is one of them.
    func contain(_ address: ClientAddress) -> Bool {
        ranges.withLock { $0.contains { $0.contains(address) } }
    }
}
