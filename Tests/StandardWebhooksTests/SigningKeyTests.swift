import Testing

@testable import StandardWebhooks

struct SigningKeyTests {
    private static let code = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="

    @Test(arguments: ["s", "whsec_AAEC", "Schlüssel für Zoë", " \n"])
    func `takes a text as it is`(text: String) throws {
        #expect(try SigningKey(utf8: text).bytes == Array(text.utf8))
    }

    @Test(arguments: [code, "whsec_" + code, "whsec_" + code.dropLast()])
    func `decodes base64 with or without prefix and padding`(text: String) throws {
        #expect(try SigningKey(base64: text).bytes == [UInt8](0..<32))
    }

    @Test func `refuses no bytes`() {
        #expect(throws: KeyError.empty) { try SigningKey(utf8: "") }
        #expect(throws: KeyError.empty) { try SigningKey(bytes: []) }
    }

    @Test(arguments: [
        "whsec_*" + code, "WHSEC_" + code, "whsec_whsec_" + code, "whpk_" + code, "whsec_ " + code, code + "\n",
        code.replacing("H", with: "-"), "\"whsec_\(code)\"", code + code,
    ])
    func `refuses what is not base64`(text: String) {
        #expect(throws: KeyError.malformed) { try SigningKey(base64: text) }
    }

    @Test(arguments: [("", 0), ("whsec_", 0), ("whsec_AAEC", 3), ("whsec_AAECAwQFBgcICQoLDA0O", 15)])
    func `refuses a short decoded key`(text: String, byteCount: Int) {
        #expect(throws: KeyError.tooShort(byteCount: byteCount, minimum: 16)) { try SigningKey(base64: text) }
    }

    @Test func `accepts 16 decoded bytes`() throws {
        #expect(try SigningKey(base64: "whsec_AAECAwQFBgcICQoLDA0ODw==").bytes.count == 16)
    }
}
