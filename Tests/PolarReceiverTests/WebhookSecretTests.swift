import StandardWebhooks
import Testing

@testable import PolarReceiver

struct WebhookSecretTests {
    private static let publicKey = "whpk_6kpsY+KcUgq+9VB7Ey7F+ZVHdq6+vnuSQh7qaRRG0iw="
    private static let polar = "polar_whs_Ab3dEf6hIj9lMn2pQr5tUv8xYz1BcD4fGh7Jk2AKXzE"

    @Test(arguments: [
        (polar, [KeyRule.text]),
        ("whsec_Ab3dEf6hIj9lMn2pQr5tUv8xYz1BcD4fGh7Jk2AKXzE", [.text, .base64]),
        (Bench.secret, [.text, .base64]), ("whsec_AAAA", [.text]), ("AAECAwQFBgcICQoLDA0ODw", [.text, .base64]),
        ("whsec_AAECAwQFBgcICQoLDA0O", [.text]), ("whsec_", [.text]), (publicKey, [.publicKey]),
        (" \(publicKey)\n", [.publicKey]), ("\"\(Bench.secret)\"", [.text, .text, .base64]),
        (" sesame", [.text, .text]),
    ])
    func `stands for the keys that Polar may mean`(text: String, rules: [KeyRule]) throws {
        #expect(try WebhookSecret(text).keys.map(\.rule) == rules)
    }

    @Test(arguments: [
        " ", "\t", "\n", "\u{A0}", "\u{200B}", "\u{FEFF}", "\"", "'", ",",
    ])
    func `verifies with what copying leaves around a secret`(blank: String) throws {
        for secret in [Bench.secret, Self.polar] {
            for text in [secret + blank, blank + secret, blank + secret + blank] {
                #expect(try accepts(text, signedWith: secret), "\(text.debugDescription)")
                #expect(try accepts(text, signedWith: text), "\(text.debugDescription)")
            }
        }
    }

    @Test func `takes no word of a text for a key`() throws {
        let text = "\(Bench.secret) # production"
        for word in ["#", "production", "# production", Bench.secret, ""] {
            #expect(try !accepts(text, signedWith: word), "\(word)")
        }
        #expect(try accepts(text, signedWith: text))
    }

    @Test func `takes each part of a list of secrets, and the list as a whole`() throws {
        let text = "\(Bench.secret), \(Self.polar)"
        for secret in [Bench.secret, Self.polar, text] { #expect(try accepts(text, signedWith: secret)) }
        #expect(try WebhookSecret.all(in: SecretText(text)).count == 2)
    }

    @Test func `takes public keys for no secret, alone or in a list`() throws {
        let list = "\(Self.publicKey) \(Self.publicKey)"
        for text in [Self.publicKey, " \(Self.publicKey)", "\"\(Self.publicKey)\"", list] {
            let keys = try WebhookSecret.all(in: SecretText(text)).flatMap(\.keys)
            #expect(keys.allSatisfy { $0.rule == .publicKey })
        }
    }

    @Test(arguments: [
        ("", WebhookSecret.Invalid.empty), ("\"\"", .empty), (" \u{200B}\n", .empty), ("${SECRET}", .placeholder),
        (" '${SECRET}'", .placeholder), ("whpk_AAAA", .malformedPublicKey), ("\(publicKey) # key", .malformedPublicKey),
    ])
    func `refuses what is no secret`(text: String, reason: WebhookSecret.Invalid) {
        #expect(throws: reason) { try WebhookSecret(text) }
        #expect(throws: reason) { try WebhookSecret.all(in: SecretText(text)) }
    }

    @Test func `refuses lines that are not one secret each`() {
        #expect(throws: WebhookSecret.Invalid.brokenList) {
            try WebhookSecret.all(in: SecretText("# production\n\(Bench.secret)\n"))
        }
    }

    @Test(arguments: [
        ("\"\(Bench.secret)\"", [WebhookSecret.Suspicion.quotes]), ("\(Bench.secret)\n", [.surroundingWhiteSpace]),
        ("\u{200B}\(Bench.secret)", [.surroundingWhiteSpace]),
        ("\u{FEFF}'\(Bench.secret)", [.quotes, .surroundingWhiteSpace]),
        ("short", [.short, .foreign]), ("0123456789abcdef", [.foreign]), ("0123456789abcdef01234567", []),
        ("\(Bench.secret) # shop", [.inlineComment, .foreign]), ("a long secret, typed by a user", [.foreign]),
        ("0123456789ABCDEF0123456789abcdef", [.publicID]), ("5f1d7a3e-9c7b-4e0a-8f5d-2b6c1a0e4d3f", [.publicID]),
        ("5f1d7a3e9-c7b-4e0a-8f5d-2b6c1a0e4d3f", []), (Bench.secret, []), (polar, []), (publicKey, []),
    ])
    func `suspects copying mistakes`(text: String, suspicions: [WebhookSecret.Suspicion]) throws {
        #expect(try WebhookSecret(text).suspicions == suspicions)
    }

    @Test func `makes one key of a secret that is configured twice`() throws {
        let secrets = try [Bench.secret, " \(Bench.secret)", Bench.secret].map { try WebhookSecret($0) }
        let verifier = try EndpointVerifier(endpoint: WebhookEndpoint(secrets: secrets))
        #expect(verifier.matches.map(\.secretIndex) == [0, 0, 1])
    }

    @Test func `never shows its text`() throws {
        let secret = try WebhookSecret("hunter2hunter2hunter2")
        var dumped = ""
        dump(secret, to: &dumped)
        for text in [
            "\(secret)", String(reflecting: secret), dumped, "\(Mirror(reflecting: secret).children.map(\.value))",
        ] {
            #expect(!text.contains("hunter2"))
        }
    }

    /// Whether a message counts that is signed with the key of `secret`, by whichever rule.
    private func accepts(_ text: String, signedWith secret: String) throws -> Bool {
        let endpoint = WebhookEndpoint(secrets: try WebhookSecret.all(in: SecretText(text)))
        let verifier = try EndpointVerifier(endpoint: endpoint)
        // An empty text is no key, so nothing is signed with it.
        let keys = [try? SigningKey(utf8: secret), try? SigningKey(base64: secret)].compactMap(\.self)
        return try keys.contains { key in
            let signature = try MessageSigner(key: key).sign(id: "a", timestamp: 1_000, body: [])
            let match = try? verifier.verify(
                id: Array("a".utf8).span.bytes,
                timestamp: Array("1000".utf8).span.bytes,
                signature: Array(signature.utf8).span.bytes,
                body: [UInt8]().span.bytes,
                now: 1_000
            )
            return match != nil
        }
    }
}
