public import HTTPWire

/// One request that waits for its answer.
public struct Exchange: Sendable {
    let mailbox: Mailbox
    let connection: ConnectionID

    /// Sends the answer; ignored when the client has gone or has got one.
    public func reply(_ response: Response) {
        mailbox.post(.reply(connection, response))
    }
}

/// Names a connection of a loop; a slot that is used again has another generation.
struct ConnectionID: Hashable, Sendable {
    let slot: UInt32
    let generation: UInt32

    init(slot: UInt32, generation: UInt32) {
        self.slot = slot
        self.generation = generation
    }

    init(data: UInt64) {
        slot = UInt32(truncatingIfNeeded: data)
        generation = UInt32(truncatingIfNeeded: data >> 32)
    }

    var data: UInt64 { UInt64(generation) << 32 | UInt64(slot) }
}
