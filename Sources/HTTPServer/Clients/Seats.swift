import HTTPWire
import Synchronization

/// Who has how many connections, for all loops of a server, and which of them goes when there are too many.
///
/// That is the most dispensable one of the address that has most. Preferred addresses come last.
final class Seats: Sendable {
    /// A place for a new connection, and the connection that has lost its own for it.
    struct Grant: Sendable {
        let seat: Seat
        let displaced: Seat?
    }

    private struct State {
        /// The connections by their holders; none is empty.
        var seats: [Seat.Holder: [Seat]] = [:]

        var count = 0

        /// How many of them are of holders that are not preferred.
        var strangerCount = 0
    }

    private let state = Mutex(State())
    private let addressLimit: Int
    private let strangerLimit: Int
    private let proxies: TrustedProxies
    private let preferred: PreferredClients

    init(_ configuration: ServerConfiguration) {
        addressLimit = configuration.maximumConnectionsPerAddress
        // Strangers always get half of the places.
        let reserve = min(configuration.reservedConnections, configuration.maximumConnections / 2)
        strangerLimit = configuration.maximumConnections - reserve
        proxies = configuration.trustedProxies
        preferred = configuration.preferredClients
    }

    /// Gives a client a place; nil when it needs that of another connection, and each of those is at work.
    ///
    /// A client whose address has as many as it may displaces one of its own. A stranger displaces another stranger when
    /// the places that are left are kept for preferred addresses.
    func take(for client: ClientAddress) -> Grant? {
        let seat = Seat(holder(of: client))
        let keepsReserve = !seat.holder.isPreferred && !(preferred.isEmpty && proxies.isEmpty)
        return state.withLock { state in
            var displaced: Seat?
            if seat.holder.isLimited, let own = state.seats[seat.holder], own.count >= addressLimit {
                guard let seat = Self.mostDispensable(of: own) else { return nil }
                displaced = seat
            } else if keepsReserve, state.strangerCount >= strangerLimit {
                guard let seat = Self.mostDispensable(in: state, isPreferred: false) else { return nil }
                displaced = seat
            }
            if let displaced { Self.remove(displaced, from: &state) }
            Self.add(seat, to: &state)
            return Grant(seat: seat, displaced: displaced)
        }
    }

    /// Takes the place of a connection away for a client that waits; nil when each is at work.
    ///
    /// - Parameter minimum: how many connections are to be left; nil when there would be fewer.
    func displace(keeping minimum: Int = 0) -> Seat? {
        state.withLock { state in
            guard state.count > minimum else { return nil }
            let seat =
                Self.mostDispensable(in: state, isPreferred: false)
                ?? Self.mostDispensable(in: state, isPreferred: true)
            if let seat { Self.remove(seat, from: &state) }
            return seat
        }
    }

    /// Gives a displaced connection its place back, because its next request has come in the meantime.
    func restore(_ seat: Seat) {
        state.withLock { state in
            guard seat.index.load(ordering: .relaxed) < 0 else { return }
            Self.add(seat, to: &state)
        }
    }

    /// Frees the place of a connection that is closed, unless it was displaced.
    func leave(_ seat: Seat) {
        state.withLock { Self.remove(seat, from: &$0) }
    }

    private func holder(of client: ClientAddress) -> Seat.Holder {
        let isProxy = proxies.contain(client)
        return Seat.Holder(
            address: client.isIPv4 ? client : ClientAddress(high: client.high, low: 0),
            isPreferred: isProxy || preferred.contain(client),
            isLimited: !isProxy && client != .none
        )
    }

    private static func add(_ seat: Seat, to state: inout State) {
        state.seats[seat.holder, default: []].append(seat)
        seat.index.store((state.seats[seat.holder]?.count ?? 1) - 1, ordering: .relaxed)
        state.count += 1
        if !seat.holder.isPreferred { state.strangerCount += 1 }
    }

    /// Removes a seat by putting the last one of its holder in its place.
    private static func remove(_ seat: Seat, from state: inout State) {
        let index = seat.index.exchange(-1, ordering: .relaxed)
        guard index >= 0, let last = state.seats[seat.holder]?.popLast() else { return }
        if last !== seat {
            last.index.store(index, ordering: .relaxed)
            state.seats[seat.holder]?[index] = last
        }
        if state.seats[seat.holder]?.isEmpty == true { state.seats[seat.holder] = nil }
        state.count -= 1
        if !seat.holder.isPreferred { state.strangerCount -= 1 }
    }

    // MARK: Who goes

    /// The most dispensable connection of the holder that has most, or of the next one that has any.
    private static func mostDispensable(in state: State, isPreferred: Bool) -> Seat? {
        var best: (seat: Seat, weight: Int, urgency: UInt64)?
        for (holder, seats) in state.seats where holder.isPreferred == isPreferred {
            if let best, seats.count < best.weight { continue }
            guard let seat = mostDispensable(of: seats), let urgency = seat.urgency else { continue }
            if let best, seats.count == best.weight, urgency >= best.urgency { continue }
            best = (seat, seats.count, urgency)
        }
        return best?.seat
    }

    private static func mostDispensable(of seats: [Seat]) -> Seat? {
        var best: (seat: Seat, urgency: UInt64)?
        for seat in seats {
            guard let urgency = seat.urgency, urgency < best?.urgency ?? .max else { continue }
            best = (seat, urgency)
        }
        return best?.seat
    }
}
