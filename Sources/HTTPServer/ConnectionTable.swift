import HTTPWire

/// The connections of a loop by slot, so that an event finds its connection without hashing.
struct ConnectionTable {
    private var slots: [Connection?] = []
    private var generations: [UInt32] = []
    private var free: [UInt32] = []

    /// All connections; those removed meanwhile are still in it.
    var all: some Sequence<Connection> { slots.lazy.compactMap(\.self) }

    /// The connection with that id, unless it is gone.
    subscript(id: ConnectionID) -> Connection? {
        let slot = Int(id.slot)
        guard slot < slots.count, let connection = slots[slot], connection.id == id else { return nil }
        return connection
    }

    /// Makes a connection in a free slot.
    mutating func insert(_ socket: consuming Descriptor, peer: ClientAddress, seat: Seat) -> Connection {
        let slot = free.popLast() ?? addSlot()
        let generation = max(1, generations[Int(slot)] &+ 1)
        generations[Int(slot)] = generation
        let id = ConnectionID(slot: slot, generation: generation)
        let connection = Connection(id: id, socket: socket, peer: peer, seat: seat)
        slots[Int(slot)] = connection
        return connection
    }

    /// Removes a connection; false when it is gone already.
    mutating func remove(_ id: ConnectionID) -> Bool {
        guard self[id] != nil else { return false }
        slots[Int(id.slot)] = nil
        free.append(id.slot)
        return true
    }

    private mutating func addSlot() -> UInt32 {
        slots.append(nil)
        generations.append(0)
        return UInt32(truncatingIfNeeded: slots.count - 1)
    }
}
