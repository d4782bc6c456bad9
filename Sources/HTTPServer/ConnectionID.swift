/// Names a connection of a loop; a slot that is used again has another generation.
struct ConnectionID: Hashable, Sendable {
    let slot: UInt32

    /// Never 0.
    let generation: UInt32

    init(slot: UInt32, generation: UInt32) {
        self.slot = slot
        self.generation = generation
    }

    /// The connection of an event.
    init(data: UInt64) {
        slot = UInt32(truncatingIfNeeded: data)
        generation = UInt32(truncatingIfNeeded: data >> 32)
    }

    /// What comes with the events of the connection.
    var data: UInt64 { UInt64(generation) << 32 | UInt64(slot) }
}

/// Names a request of a connection, so that a second answer to one does not become the first to the next.
struct RequestID: Hashable, Sendable {
    let connection: ConnectionID
    let number: UInt32
}
