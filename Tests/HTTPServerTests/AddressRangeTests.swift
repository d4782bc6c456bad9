import HTTPWire
import Testing

@testable import HTTPServer

struct AddressRangeTests {
    @Test(arguments: [
        ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false), ("192.0.2.1", "192.0.2.1", true),
        ("192.0.2.1", "192.0.2.2", false), ("192.0.2.128/25", "192.0.2.127", false), ("0.0.0.0/0", "8.8.8.8", true),
        ("0.0.0.0/0", "2001:db8::1", false), ("::/0", "8.8.8.8", true), ("2001:db8::/33", "2001:db8:7fff::1", true),
        ("2001:db8::/33", "2001:db8:8000::1", false), ("2001:db8::1/127", "2001:db8::", true),
        ("::1", "::1", true), ("::1", "::2", false), ("::ffff:10.0.0.0/104", "10.1.1.1", true),
    ])
    func `has the addresses that begin alike`(range: String, address: String, isIn: Bool) throws {
        let address = try #require(ClientAddress(address))
        #expect(AddressRange(range)?.contains(address) == isIn)
    }

    @Test(arguments: [
        "", "/", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/+8", "::/129", "10.0.0", "host", "::1/8/8",
    ])
    func `refuses other texts`(text: String) {
        #expect(AddressRange(text) == nil)
    }

    @Test(arguments: ["192.0.2.1", "0.0.0.0", "255.255.255.255", "2001:db8::1", "::1", "fe80::1"])
    func `writes an address as it is read`(text: String) {
        #expect(ClientAddress(text)?.description == text)
    }

    @Test func `writes a mapped address as what it stands for`() {
        #expect(ClientAddress("::ffff:192.0.2.1")?.description == "192.0.2.1")
    }
}
