import Testing

@testable import HTTPWire

struct ASCIITests {
    private static let alphanumerics = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

    /// `unreserved`, `sub-delims` and `%` of RFC 3986 §2.
    private static let uri = alphanumerics + "-._~" + "!$&'()*+,;=" + "%"

    @Test(arguments: UInt8.min...UInt8.max)
    func `knows the class of each character`(value: UInt8) {
        func isOne(of characters: String) -> Bool { characters.utf8.contains(value) }
        #expect(ASCII.isToken(value) == isOne(of: Self.alphanumerics + "!#$%&'*+-.^_`|~"))
        #expect(ASCII.isHost(value) == isOne(of: Self.uri))
        #expect(ASCII.isTarget(value) == isOne(of: Self.uri + ":@/?"))
        #expect(ASCII.isFieldContent(value) == (value == 9 || (32...126).contains(value) || value >= 128))
    }
}
