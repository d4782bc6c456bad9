import Testing

@testable import PolarHandlers

struct AnswerTextTests {
    @Test(
        arguments: [
            ("", ""), ("plain", "plain"), (" two\r\n\t lines \n", "two lines"), ("\u{1B}[2Ja\u{9B}b\u{7F}", "[2Ja b"),
            ("a\u{202E}b\u{2028}c\u{FEFF}", "a b c"), ("Zoë 🐻", "Zoë 🐻"), ("\u{0}\u{0}", ""),
        ]
    )
    func `is one harmless line`(body: String, line: String) {
        #expect(AnswerText.line(Array(body.utf8)) == line)
    }

    @Test func `ends after two hundred characters`() {
        #expect(AnswerText.line(Array(repeating: 0x61, count: 200)) == String(repeating: "a", count: 200))
        #expect(AnswerText.line(Array(repeating: 0x61, count: 201)) == String(repeating: "a", count: 200) + "…")
    }
}
