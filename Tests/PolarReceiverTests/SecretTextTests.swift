import Testing

@testable import PolarReceiver

struct SecretTextTests {
    private static let one = Bench.secret
    private static let two = "polar_whs_Ab3dEf6hIj9lMn2pQr5tUv8xYz1BcD4fGh7Jk2AKXzE"
    private static let long = "a-secret-of-twenty-four-c"

    @Test(arguments: [
        " ", "\t", "\n", "\r\n", "\u{A0}", "\u{200B}", "\u{FEFF}", "\u{2028}", "\u{3164}", "\u{AD}", "\0", "\"", "'",
        "`", "“",
        "”", "«", "\" \u{200B}",
    ])
    func `trims what nobody sees, and quotation marks`(blank: String) {
        for text in ["sesame" + blank, blank + "sesame", blank + "sesame" + blank] {
            #expect(SecretText(text).trimmed == "sesame")
            #expect(SecretText(text).whole == text)
        }
        #expect(SecretText(blank).isEmpty)
    }

    @Test(arguments: [
        "\(one) \(two)", "\(one),\(two)", " \(one), \(two),", "\(one)\n\(two)\n", "\(one)\r\n\r\n\(two)",
        "\"\(one)\" '\(two)'", "\(one)\u{A0}\(two)",
    ])
    func `splits a text that consists of secrets`(text: String) {
        #expect(SecretText(text).parts == [Self.one, Self.two])
    }

    @Test(arguments: [
        "\(one) # production", "# \(one)", "\(one) production", "production,\(one)", "\(one) \(two) x", "\(one) whsec_",
        "\(one) whsec_AAEC", "\(one) polar_whs_", "sesame open", "a,b", "\(one) \(String(long.dropLast(2)))",
        "\(one) WHSEC_AAECAwQ",
    ])
    func `splits nothing where one part does not look like a secret`(text: String) {
        #expect(SecretText(text).parts == [text])
    }

    @Test func `takes 24 characters for a secret`() {
        #expect(SecretText("\(Self.one) \(Self.long)").parts == [Self.one, Self.long])
    }

    @Test(arguments: [
        ("a\nb", true), ("# x\n\(one)", true), ("\(one)\n\(two)", false), ("\n\(one)\n\n", false), ("a b", false),
    ])
    func `knows several lines that are no list of secrets`(text: String, isBroken: Bool) {
        #expect(SecretText(text).isBrokenList == isBroken)
    }

    @Test(arguments: [
        ("${X}", true), (" \"${X}\" ", true), ("${A},${B}", true), ("$X", false), ("a${X}", false), ("{X}", false),
    ])
    func `knows a variable that nothing replaced`(text: String, isPlaceholder: Bool) {
        #expect(SecretText(text).isPlaceholder == isPlaceholder)
    }

    @Test func `never shows its text`() {
        let text = SecretText(Self.one)
        var dumped = ""
        dump(text, to: &dumped)
        #expect(!"\(text) \(String(reflecting: text)) \(dumped)".contains(Self.one))
    }
}
