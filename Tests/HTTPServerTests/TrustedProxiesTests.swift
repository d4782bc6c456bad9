import HTTPServer
import Testing

/// Who the client is behind proxies.
struct TrustedProxiesTests {
    private static let proxies = ["127.0.0.1", "10.0.0.0/8", "2001:db8::/32"].compactMap { AddressRange($0) }

    @Test(arguments: [
        (["198.51.100.7"], "198.51.100.7"), (["198.51.100.7, 10.1.2.3"], "198.51.100.7"),
        // What stands before the first address that is no proxy's can be anybody's word.
        (["203.0.113.9, 198.51.100.7"], "198.51.100.7"), (["10.9.9.9, 198.51.100.7, 10.1.2.3"], "198.51.100.7"),
        (["203.0.113.9", "198.51.100.7"], "198.51.100.7"), (["203.0.113.9, unknown"], "127.0.0.1"),
        (["203.0.113.9, unknown, 10.1.2.3"], "10.1.2.3"), (["10.1.2.3, 10.4.5.6"], "10.1.2.3"),
        (["198.51.100.7:4711"], "198.51.100.7"), (["2001:db9::7"], "2001:db9::7"),
        (["[2001:db9::7]:4711, 2001:db8::1"], "2001:db9::7"), (["::ffff:198.51.100.7"], "198.51.100.7"),
        ([], "127.0.0.1"), ([""], "127.0.0.1"), (["198.51.100"], "127.0.0.1"),
        ([String(repeating: "9", count: 500)], "127.0.0.1"), ([" , ,198.51.100.7 , "], "198.51.100.7"),
    ])
    func `takes the last address that is no proxy's`(fields: [String], client: String) async throws {
        let proxies = TrustedProxies(Self.proxies)
        #expect(try await seen(proxies, fields.map { "X-Forwarded-For: \($0)\r\n" }) == client)
    }

    @Test(arguments: [
        ("for=198.51.100.7", "198.51.100.7"), ("For=198.51.100.7;proto=https, for=10.1.2.3", "198.51.100.7"),
        (#"proto=https; for="[2001:db9::7]:4711""#, "2001:db9::7"), ("for=203.0.113.9, for=_hidden", "127.0.0.1"),
        ("for=203.0.113.9, proto=https", "127.0.0.1"), (#"for="203.0.113.9, for=198.51.100.7"#, "198.51.100.7"),
    ])
    func `reads the field of RFC 7239`(field: String, client: String) async throws {
        let proxies = TrustedProxies(Self.proxies, field: .forwarded)
        let fields = ["Forwarded: \(field)\r\n", "X-Forwarded-For: 192.0.2.1\r\n"]
        #expect(try await seen(proxies, fields) == client)
    }

    @Test func `believes nobody else`() async throws {
        let fields = ["X-Forwarded-For: 198.51.100.7\r\n"]
        #expect(try await seen(TrustedProxies(), fields) == "127.0.0.1")
        #expect(try await seen(TrustedProxies([AddressRange("10.0.0.0/8")].compactMap(\.self)), fields) == "127.0.0.1")
    }

    private func seen(_ proxies: TrustedProxies, _ fields: [String]) async throws -> String? {
        var client: String?
        try await withServer(.local(trustedProxies: proxies)) { running in
            _ = try running.connect().exchange(Request.get("/echo", fields: fields.joined()))
            client = running.responder.requests.first?.client
        }
        return client
    }
}
