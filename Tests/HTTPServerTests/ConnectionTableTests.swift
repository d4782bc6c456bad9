import Glibc
import HTTPWire
import Testing

@testable import HTTPServer

struct ConnectionTableTests {
    private var table = ConnectionTable()

    @Test mutating func `finds a connection until it is removed`() {
        let connection = insert()
        #expect(table[connection.id] === connection)
        #expect(!Array(table.all).isEmpty)
        let isRemoved = table.remove(connection.id)
        #expect(isRemoved)
        #expect(table[connection.id] == nil)
        #expect(Array(table.all).isEmpty)
    }

    @Test mutating func `does not find the old connection in a slot that is used again`() {
        let old = insert()
        _ = table.remove(old.id)
        let new = insert()
        #expect(new.id.slot == old.id.slot)
        #expect(table[old.id] == nil)
        let isRemovedAgain = table.remove(old.id)
        #expect(!isRemovedAgain)
        #expect(table[new.id] === new)
    }

    @Test mutating func `lists all connections, while some are removed`() {
        var ids: [ConnectionID] = []
        for _ in 0..<4 { ids.append(insert().id) }
        _ = table.remove(ids[1])
        var seen: [ConnectionID] = []
        for connection in table.all {
            seen.append(connection.id)
            _ = table.remove(connection.id)
        }
        #expect(seen == [ids[0], ids[2], ids[3]])
        #expect(Array(table.all).isEmpty)
    }

    @Test func `has no connection for the data of mailbox and listener`() {
        #expect(table[ConnectionID(data: 0)] == nil)
        #expect(table[ConnectionID(data: 1)] == nil)
    }

    @Test(arguments: [ConnectionID(slot: 0, generation: 1), ConnectionID(slot: .max, generation: .max)])
    func `passes an id through the data of an event`(id: ConnectionID) {
        #expect(ConnectionID(data: id.data) == id)
    }

    private mutating func insert() -> Connection {
        table.insert(Descriptor(-1), peer: .none, seat: .free)
    }
}
