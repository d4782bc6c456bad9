import PolarAPI
import Testing

struct PKCEVerifierTests {
    @Test func `makes the challenge of RFC 7636 appendix B`() throws {
        let verifier = try #require(PKCEVerifier("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
        #expect(try verifier.challenge() == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
    }

    @Test func `makes verifiers that are valid and differ`() {
        let texts = (0..<100).map { _ in PKCEVerifier().text }
        #expect(Set(texts).count == 100)
        #expect(texts.allSatisfy { PKCEVerifier($0)?.text == $0 })
    }

    @Test(arguments: [
        (42, "a", false), (43, "a", true), (128, "~", true), (129, "a", false), (43, "+", false), (43, "ä", false),
    ])
    func `takes 43 to 128 unreserved characters`(count: Int, character: String, isValid: Bool) {
        #expect((PKCEVerifier(String(repeating: character, count: count)) != nil) == isValid)
    }
}
