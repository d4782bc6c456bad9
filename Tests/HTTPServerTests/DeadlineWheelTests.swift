import HTTPWire
import Testing

@testable import HTTPServer

struct DeadlineWheelTests {
    private static let tick: Int64 = 100

    private func makeConnections(_ count: Int) -> [Connection] {
        var table = ConnectionTable()
        return (0..<count).map { _ in table.insert(Descriptor(-1), peer: .none, seat: .free) }
    }

    /// Looks at whatever is due as a loop does, and returns whose deadline had come.
    private func expired(_ wheel: inout DeadlineWheel, _ connections: [Connection], at now: Int64) -> [Int] {
        var due: [(tick: Int64, id: ConnectionID)] = []
        wheel.take(until: now, into: &due)
        var expired: [Int] = []
        for (tick, id) in due {
            let connection = connections[Int(id.slot)]
            guard connection.noted == tick else { continue }
            connection.noted = nil
            if let deadline = connection.deadline, deadline <= now {
                expired.append(Int(id.slot))
                connection.deadline = nil
            }
            wheel.note(connection)
        }
        return expired
    }

    @Test(arguments: [1, 99, 100, 101, 12_345, 25_600, 400_000] as [Int64])
    func `looks at a connection when its deadline has come, at most a tick later`(distance: Int64) throws {
        let start: Int64 = 1_000_050
        var wheel = DeadlineWheel(tick: Self.tick, now: start)
        let connections = makeConnections(1)
        connections[0].deadline = start + distance
        wheel.note(connections[0])
        var now = start
        while expired(&wheel, connections, at: now).isEmpty {
            try #require(wheel.next > now && wheel.next < .max)
            now = wheel.next
        }
        #expect((start + distance...start + distance + Self.tick).contains(now))
        #expect(wheel.next == .max)
    }

    @Test func `has one entry for a connection, whatever its requests do to the deadline`() {
        var wheel = DeadlineWheel(tick: Self.tick, now: 0)
        let connections = makeConnections(1)
        for moment in 0..<1_000 as Range<Int64> {
            connections[0].deadline = 5_000 + moment
            wheel.note(connections[0])
        }
        var due: [(tick: Int64, id: ConnectionID)] = []
        wheel.take(until: 10_000, into: &due)
        #expect(due.count == 1)
    }

    @Test func `keeps to deadlines that move in any way`() {
        var random = SystemRandomNumberGenerator()
        var wheel = DeadlineWheel(tick: Self.tick, now: 0)
        let connections = makeConnections(50)
        for now in 1...20_000 as ClosedRange<Int64> {
            let connection = connections[Int.random(in: 0..<50, using: &random)]
            connection.deadline = Bool.random(using: &random) ? now + .random(in: 1...60_000, using: &random) : nil
            wheel.note(connection)
            guard now >= wheel.next else { continue }
            _ = expired(&wheel, connections, at: now)
            for connection in connections {
                guard let deadline = connection.deadline else { continue }
                #expect(deadline > now - 2 * Self.tick)
                #expect(connection.noted.map { $0 * Self.tick <= deadline + Self.tick } == true)
            }
        }
    }

    @Test func `misses nothing when the clock makes a leap`() {
        var wheel = DeadlineWheel(tick: Self.tick, now: 0)
        let connections = makeConnections(100)
        for (index, connection) in connections.enumerated() {
            connection.deadline = Int64(index) * 977
            wheel.note(connection)
        }
        #expect(Set(expired(&wheel, connections, at: 10_000_000)).count == 100)
        #expect(wheel.next == .max)
    }
}
