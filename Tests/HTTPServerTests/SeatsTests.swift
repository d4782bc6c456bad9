import HTTPWire
import Testing

@testable import HTTPServer

/// Who has how many connections, and which of them goes.
struct SeatsTests {
    private func address(_ text: String) throws -> ClientAddress {
        try #require(ClientAddress(text))
    }

    /// Takes a place for a connection that waits, and notes for what.
    private func enter(
        _ seats: Seats,
        _ text: String,
        _ standing: Seat.Standing? = .idle,
        until deadline: Int64 = 0
    ) throws -> Seat {
        let seat = try #require(try seats.take(for: address(text))?.seat)
        seat.note(standing, until: deadline)
        return seat
    }

    @Test(arguments: [("192.0.2.1", "192.0.2.1"), ("2001:db8::1", "2001:db8::2"), ("::ffff:192.0.2.1", "192.0.2.1")])
    func `displaces one of the same address at its limit, and counts a /64 as one`(first: String, second: String) throws
    {
        let seats = Seats(.local(maximumConnectionsPerAddress: 2))
        let old = try enter(seats, first, until: 1)
        _ = try enter(seats, second, until: 2)
        let other = try enter(seats, "2001:db8:0:1::1", until: 0)
        let grant = try #require(try seats.take(for: address(first)))
        #expect(grant.displaced === old)
        seats.leave(old)
        #expect(try seats.take(for: address("192.0.2.9"))?.displaced == nil)
        withExtendedLifetime(other) {}
    }

    @Test func `sends a client away when each connection of its address is at work`() throws {
        let seats = Seats(.local(maximumConnectionsPerAddress: 2))
        let busy = try (0..<2).map { _ in try enter(seats, "192.0.2.1", nil) }
        #expect(try seats.take(for: address("192.0.2.1")) == nil)
        seats.leave(busy[0])
        #expect(try seats.take(for: address("192.0.2.1"))?.displaced == nil)
    }

    @Test func `displaces idle connections first, then lingering ones, heads, bodies and slow readers`() throws {
        let seats = Seats(.local())
        let standings: [Seat.Standing] = [.taking, .head, .idle, .body, .lingering]
        let entered = try standings.map { try enter(seats, "192.0.2.1", $0, until: 5) }
        let older = try enter(seats, "192.0.2.1", .head, until: 4)
        let busy = try enter(seats, "192.0.2.1", nil)
        let order = (0..<7).map { _ in seats.displace() }
        let expected = [entered[2], entered[4], older, entered[1], entered[3], entered[0], nil]
        #expect(order.map { $0.map(ObjectIdentifier.init) } == expected.map { $0.map(ObjectIdentifier.init) })
        withExtendedLifetime(busy) {}
    }

    @Test func `displaces one of the address that has most, whatever the others wait for`() throws {
        let seats = Seats(.local())
        let light = try enter(seats, "192.0.2.1", .idle)
        let heavy = try (0..<3).map { try enter(seats, "192.0.2.2", .body, until: Int64($0)) }
        #expect(seats.displace() === heavy[0])
        #expect(seats.displace() === heavy[1])
        // Both have one now.
        #expect(seats.displace() === light)
        #expect(seats.displace() === heavy[2])
        #expect(seats.displace() == nil)
    }

    @Test func `displaces one of the next address when all of the heaviest are at work`() throws {
        let seats = Seats(.local())
        for _ in 0..<3 { _ = try enter(seats, "192.0.2.2", nil) }
        let light = try enter(seats, "192.0.2.1", .head)
        #expect(seats.displace() === light)
        #expect(seats.displace() == nil)
    }

    @Test func `keeps places for preferred addresses and proxies, whose connections go last`() throws {
        let preferred = PreferredClients([AddressRange("198.51.100.0/24")].compactMap(\.self))
        let proxies = TrustedProxies([AddressRange("10.0.0.0/8")].compactMap(\.self))
        let seats = Seats(
            .local(maximumConnections: 4, reservedConnections: 2, preferredClients: preferred, trustedProxies: proxies)
        )
        let strangers = try (0..<2).map { try enter(seats, "192.0.2.\($0)", .head, until: Int64($0)) }
        #expect(try seats.take(for: address("198.51.100.7"))?.displaced == nil)
        #expect(try seats.take(for: address("10.0.0.1"))?.displaced == nil)
        let next = try #require(try seats.take(for: address("192.0.2.3")))
        #expect(next.displaced === strangers[0])
        next.seat.note(nil, until: 0)
        strangers[1].note(nil, until: 0)
        #expect(try seats.take(for: address("192.0.2.4")) == nil)
    }

    @Test func `closes connections of preferred addresses when no other is left`() throws {
        let preferred = PreferredClients([AddressRange("198.51.100.7")].compactMap(\.self))
        let seats = Seats(.local(preferredClients: preferred))
        let first = try (0..<3).map { try enter(seats, "198.51.100.7", .idle, until: Int64($0)) }
        let stranger = try enter(seats, "192.0.2.1", .body)
        #expect(seats.displace() === stranger)
        #expect(seats.displace() === first[0])
    }

    @Test(arguments: [(reserve: 100, strangers: 2), (0, 4), (1, 3)])
    func `keeps half of the places at most`(reserve: Int, strangers: Int) throws {
        let preferred = PreferredClients([AddressRange("198.51.100.7")].compactMap(\.self))
        let seats = Seats(.local(maximumConnections: 4, reservedConnections: reserve, preferredClients: preferred))
        for _ in 0..<strangers { #expect(try seats.take(for: address("192.0.2.1")) != nil) }
        #expect(try seats.take(for: address("192.0.2.1")) == nil)
    }

    @Test func `keeps no place when no address is preferred, and takes another list`() throws {
        let preferred = PreferredClients()
        let seats = Seats(.local(maximumConnections: 2, reservedConnections: 1, preferredClients: preferred))
        for _ in 0..<2 { #expect(try seats.take(for: address("192.0.2.1")) != nil) }
        preferred.use([AddressRange("198.51.100.7")].compactMap(\.self))
        #expect(try seats.take(for: address("192.0.2.1")) == nil)
        #expect(try seats.take(for: address("198.51.100.7")) != nil)
    }

    @Test func `lets proxies and sockets of the file system have any number`() throws {
        let proxies = TrustedProxies([AddressRange("10.0.0.0/8")].compactMap(\.self))
        let seats = Seats(.local(maximumConnectionsPerAddress: 2, trustedProxies: proxies))
        for _ in 0..<5 {
            #expect(try seats.take(for: address("10.1.1.1")) != nil)
            #expect(seats.take(for: .none) != nil)
        }
    }

    @Test func `leaves as many connections as it is told to`() throws {
        let seats = Seats(.local())
        let entered = try (0..<3).map { try enter(seats, "192.0.2.1", until: Int64($0)) }
        #expect(seats.displace(keeping: 3) == nil)
        #expect(seats.displace(keeping: 2) === entered[0])
        #expect(seats.displace(keeping: 2) == nil)
    }

    @Test func `gives a displaced connection its place back once`() throws {
        let seats = Seats(.local(maximumConnectionsPerAddress: 2))
        let seat = try enter(seats, "192.0.2.1")
        #expect(seats.displace() === seat)
        seats.restore(seat)
        seats.restore(seat)
        #expect(seats.displace() === seat)
        #expect(seats.displace() == nil)
        seats.leave(seat)
    }
}
