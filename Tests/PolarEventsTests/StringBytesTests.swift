import PolarEvents
import Testing

struct StringBytesTests {
    @Test(arguments: [
        ("", 3, ""), ("abc", 3, "abc"), ("abcd", 3, "abc"), ("aé", 2, "a"), ("aé", 3, "aé"), ("👩‍🚀", 3, ""),
        ("👩‍🚀", 4, "👩"), ("abc", 0, ""), ("abc", -1, ""),
    ])
    func `cuts between two scalars`(text: String, limit: Int, expected: String) {
        #expect(text.prefix(utf8Count: limit) == expected)
    }

    @Test func `bounds a single character with many marks`() {
        let text = "e" + String(repeating: "\u{301}", count: 100_000)
        #expect(text.count == 1)
        #expect(text.prefix(utf8Count: 1_000).utf8.count == 999)
    }
}
