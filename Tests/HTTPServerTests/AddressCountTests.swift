import HTTPWire
import MetricsTestKit
import Testing

@testable import HTTPServer

struct AddressCountTests {
    private let count = AddressCount(
        limit: 2,
        exempt: TrustedProxies([AddressRange("10.0.0.0/8")].compactMap(\.self))
    )

    private func address(_ text: String) throws -> ClientAddress {
        try #require(ClientAddress(text))
    }

    @Test func `counts each address for itself, and one /64 as one`() throws {
        let pairs = [("192.0.2.1", "192.0.2.1"), ("2001:db8::1", "2001:db8::2")]
        for (first, second) in pairs {
            #expect(try count.open(address(first)))
            #expect(try count.open(address(second)))
            #expect(try !count.open(address(first)))
            try count.close(address(second))
            #expect(try count.open(address(first)))
        }
        #expect(try count.open(address("192.0.2.2")))
        #expect(try count.open(address("2001:db8:0:1::1")))
    }

    @Test(arguments: ["10.1.1.1"]) func `lets proxies have any number`(proxy: String) throws {
        for _ in 0..<5 { #expect(try count.open(address(proxy))) }
        #expect((0..<5).allSatisfy { _ in count.open(.none) })
    }

    @Test func `closes the connections above the limit, and takes new ones when others end`() async throws {
        try await withServer(.local(maximumConnectionsPerAddress: 2)) { running in
            let first = try running.connect()
            #expect(try first.exchange(Request.get("/echo", fields: "Connection: close\r\n")).status == 200)
            #expect(try first.isAtEnd())
            try await eventually { try running.connectionCount == 0 }
            let clients = try (0..<2).map { _ in try running.connect() }
            for client in clients { #expect(try client.exchange(Request.get("/echo")).status == 200) }
            let third = try running.connect()
            #expect(third.receiveAll().isEmpty)
            try await eventually { !running.log.lines.isEmpty }
            #expect(running.log.lines.map(\.message) == ["Refused a connection of an address that has too many"])
            #expect(running.metrics.counterTotal(label: "polar_receiver_http_connections_refused_total") == 1)
            for client in clients { #expect(try client.exchange(Request.get("/echo")).status == 200) }
        }
    }
}
