import Testing

@testable import PolarAPI

struct FormTextTests {
    @Test(arguments: [
        ("AZaz09-._~", "AZaz09-._~"), ("a b", "a+b"), ("a+b", "a%2Bb"), ("a&b=c", "a%26b%3Dc"), ("%20", "%2520"),
        ("ü€", "%C3%BC%E2%82%AC"), ("*", "%2A"), ("\r\n\0", "%0D%0A%00"), ("", ""),
    ])
    func `encodes every character that means something in a form`(text: String, encoded: String) {
        #expect(FormText.encoded(text) == encoded)
    }

    @Test func `keeps the order, and leaves out what has no value`() {
        let bytes = FormText.bytes([("b", "1"), ("a", nil), ("c d", "")])
        #expect(String(decoding: bytes, as: UTF8.self) == "b=1&c+d=")
    }
}
