import Testing

@testable import PolarReceiver

struct RawSpanTextTests {
    @Test(arguments: ["", "a", "Zoë", "👩‍🚀"]) func `reads UTF-8 as it is`(text: String) {
        #expect(Array(text.utf8).span.bytes.text() == text)
    }

    @Test func `keeps different bytes apart, whether they are UTF-8 or not`() {
        let spellings: [[UInt8]] = [[0xE9], [0xC3, 0xA9], [0xC3], [0xA9], [0xFF], [0x61, 0xFF], [0xEF, 0xBF, 0xBD]]
        let texts = Set(spellings.map { Array($0.span.bytes.text().utf8) })
        #expect(texts.count == spellings.count)
    }
}
