import Testing

@testable import PolarHandlers

struct OutputTailTests {
    private func tail(_ blocks: [UInt8]...) -> OutputTail {
        var tail = OutputTail()
        for block in blocks { block.withUnsafeBytes { tail.append($0) } }
        return tail
    }

    @Test(arguments: [
        ("", ""), (" a \n", "a"), ("line\r\n\tother\n", "line other"),
        ("\u{1B}[31mred\u{7}", "\u{FFFD}[31mred\u{FFFD}"),
        ("a\0b\u{85}c\u{2028}d\u{202E}e", "a\u{FFFD}b c d\u{FFFD}e"), ("é 日本 👍", "é 日本 👍"),
    ])
    func `makes one harmless line`(output: String, text: String) {
        #expect(tail(Array(output.utf8)).text == text)
    }

    @Test func `keeps the end`() {
        let lines = (0..<3_000).map { Array("line \($0)\n".utf8) }
        var tail = OutputTail()
        for line in lines { line.withUnsafeBytes { tail.append($0) } }
        #expect(tail.text.hasPrefix("…") && tail.text.hasSuffix("line 2998 line 2999"))
        #expect(tail.text.utf8.count <= 4_096 + 3)
        #expect(tail.text(limit: 9) == "…line 2999")
        #expect(self.tail(Array(lines.joined())).text == tail.text)
        #expect(self.tail([0xFF, 0x61]).text == "\u{FFFD}a")
    }
}
