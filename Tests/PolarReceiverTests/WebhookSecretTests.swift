import Testing

@testable import PolarReceiver

struct WebhookSecretTests {
    @Test(arguments: [
        ("polar_whs_Ab3dEf6hIj9lMn2pQr5tUv8xYz1BcD4fGh7Jk2AKXzE", [KeyRule.text]),
        ("whsec_Ab3dEf6hIj9lMn2pQr5tUv8xYz1BcD4fGh7Jk2AKXzE", [.text, .base64]),
        (Bench.secret, [.text, .base64]), ("whsec_AAAA", [.text]), ("AAECAwQFBgcICQoLDA0ODw", [.text, .base64]),
        ("whpk_6kpsY+KcUgq+9VB7Ey7F+ZVHdq6+vnuSQh7qaRRG0iw=", [.publicKey]),
    ])
    func `stands for the keys that Polar may mean`(text: String, rules: [KeyRule]) throws {
        #expect(try WebhookSecret(text).keys.map(\.rule) == rules)
    }

    @Test func `refuses what is no secret`() {
        #expect(throws: WebhookSecret.Invalid.empty) { try WebhookSecret("") }
        #expect(throws: WebhookSecret.Invalid.malformedPublicKey) { try WebhookSecret("whpk_AAAA") }
    }

    @Test(arguments: [
        ("\"0123456789abcdef\"", [WebhookSecret.Suspicion.quotes]), ("0123456789abcdef\n", [.surroundingWhiteSpace]),
        ("short", [.short]), ("'a' ", [.quotes, .surroundingWhiteSpace, .short]), ("0123456789abcdef", []),
    ])
    func `suspects copying mistakes`(text: String, suspicions: [WebhookSecret.Suspicion]) throws {
        #expect(try WebhookSecret(text).suspicions == suspicions)
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
}
