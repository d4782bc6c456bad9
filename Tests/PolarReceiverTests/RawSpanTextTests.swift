import Testing

@testable import PolarReceiver

struct RawSpanTextTests {
    @Test(arguments: ["", "a", "Zoë", "👩‍🚀"]) func `reads UTF-8 as it is`(text: String) {
        let bytes = Array(text.utf8)
        #expect(Self.text(bytes) == text)
    }

    @Test func `reads a byte that is not UTF-8 as a replacement character`() {
        #expect(Self.text([0x61, 0xFF, 0x62]) == "a\u{FFFD}b")
    }

    private static func text(_ bytes: [UInt8]) -> String {
        bytes.span.bytes.text()
    }
}
