import Foundation
import PolarReceiver
import Testing

struct PrintableTextTests {
    /// One of each kind that must not reach a terminal as it is.
    private static let steering: [Unicode.Scalar] = [
        "\u{0}", "\u{7}", "\u{1B}", "\u{7F}", "\u{85}", "\u{9B}", "\u{AD}", "\u{61C}", "\u{200B}", "\u{200D}",
        "\u{200E}", "\u{200F}", "\u{2028}", "\u{2029}", "\u{202E}", "\u{2066}", "\u{2069}", "\u{FEFF}", "\u{1D173}",
        "\u{E0001}",
        "\u{E0041}", "\u{E007F}",
    ]

    @Test(arguments: steering) func `escapes what steers a display, also in JSON`(scalar: Unicode.Scalar) throws {
        let text = "a\(Character(scalar))b"
        let printable = PrintableText.escaped(text)
        #expect(printable == "a\\u{\(String(scalar.value, radix: 16, uppercase: true))}b")
        let json = try JSONLine.text(["key": text])
        #expect(!json.unicodeScalars.contains { $0.steersDisplay })
        #expect(try JSONDecoder().decode([String: String].self, from: Data(json.utf8)) == ["key": text])
    }

    @Test(arguments: ["", "plain", "Zoë Müller, 5 €", "日本語", "🎉", "e\u{301}"])
    func `leaves readable text as it is`(text: String) {
        #expect(PrintableText.escaped(text) == text)
        #expect(PrintableText.escapedJSON("\"\(text)\"") == "\"\(text)\"")
    }

    @Test func `keeps lines where they are wanted`() {
        #expect(PrintableText.escaped("a\n\tb\r") == "a\\u{A}\\u{9}b\\u{D}")
        #expect(PrintableText.escaped("a\n\tb\r", keepsLines: true) == "a\n\tb\\u{D}")
        #expect(PrintableText.escapedJSON("{\n\t\"a\": \"\u{202E}\"\r\n}") == "{\n\t\"a\": \"\\u202e\"\r\n}")
    }

    @Test func `finds what hides inside one character`() {
        // A line end of two scalars, and a letter with an invisible mark, are one Character each.
        #expect(PrintableText.escaped("\r\n") == "\\u{D}\\u{A}")
        #expect(PrintableText.escaped("a\u{301}\u{200D}") == "a\u{301}\\u{200D}")
    }
}
