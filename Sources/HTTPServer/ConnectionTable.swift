/// The connections of a loop by slot, so that an event finds its connection without hashing.
struct ConnectionTable {
    private var slots: [Connection?] = []
    private var generations: [UInt32] = []
    private var free: [UInt32] = []
    private(set) var count = 0

    /// The connection with that id, unless it is gone.
    subscript(id: ConnectionID) -> Connection? {
        let slot = Int(id.slot)
        guard slot < slots.count, let connection = slots[slot], connection.id == id else { return nil }
        return connection
    }

    /// Makes a connection in a free slot.
    mutating func insert(_ make: (ConnectionID) -> Connection) -> Connection {
        let slot = free.popLast() ?? addSlot()
        generations[Int(slot)] &+= 1
        let connection = make(ConnectionID(slot: slot, generation: generations[Int(slot)]))
        slots[Int(slot)] = connection
        count += 1
        return connection
    }

    mutating func remove(_ id: ConnectionID) {
        guard self[id] != nil else { return }
        slots[Int(id.slot)] = nil
        free.append(id.slot)
        count -= 1
    }

    /// All connections.
    var all: [Connection] { slots.compactMap(\.self) }

    private mutating func addSlot() -> UInt32 {
        slots.append(nil)
        generations.append(0)
        return UInt32(truncatingIfNeeded: slots.count - 1)
    }
}
