import StandardWebhooks
import Testing

struct KeyErrorTests {
    private static let descriptions: [(KeyError, String)] = [
        (.empty, "The key is empty."),
        (.malformed, "The key is not base64 or has the prefix of another kind of key."),
        (.tooShort(byteCount: 3, minimum: 16), "The key has 3 bytes, at least 16 are needed."),
        (.noKeys, "There is no key to verify with."),
        (.unavailable, "OpenSSL cannot use the key."),
    ]

    @Test(arguments: descriptions)
    func `tells the operator what is wrong`(error: KeyError, description: String) {
        #expect("\(error)" == description)
    }
}
