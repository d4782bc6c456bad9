@testable import enum StandardWebhooks.Base64

/// Base64 as Python's `b64decode` reads it when it is not told to validate.
enum LooseBase64 {
    private static let alphabet = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// Skips foreign characters and stops at the padding; nil when padding is missing, or the text is not ASCII.
    static func decode(_ text: some StringProtocol) -> [UInt8]? {
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        var characters: [UInt8] = []
        var paddingCount = 0
        for character in text.utf8 where paddingCount == 0 || characters.count % 4 + paddingCount < 4 {
            if alphabet.contains(character) {
                characters.append(character)
                paddingCount = 0
            } else if character == UInt8(ascii: "="), characters.count % 4 >= 2 {
                paddingCount += 1
            }
        }
        let isComplete = (characters.count + paddingCount) % 4 == 0
        return isComplete ? Base64.decode(String(decoding: characters, as: UTF8.self)) : nil
    }
}
