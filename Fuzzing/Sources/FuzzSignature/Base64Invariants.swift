import Foundation
import FuzzSupport

@testable import StandardWebhooks

/// What holds for any bytes in base64, and for any text as base64.
struct Base64Invariants {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Checks all of them, with each line as a text.
    func check() throws(BrokenInvariant) {
        try checkBytes()
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            guard let text = String(validating: line, as: UTF8.self) else { continue }
            try checkText(text)
        }
    }

    private func checkBytes() throws(BrokenInvariant) {
        let text = Base64.encode(bytes)
        try require(text == Data(bytes).base64EncodedString(), "bytes are encoded otherwise than by Foundation")
        try require(Base64.decode(text) == bytes, "decoding does not give back what was encoded")
        let unpadded = text.prefix { $0 != "=" }
        try require(Base64.decode(unpadded) == bytes, "bytes cannot be decoded without padding")
    }

    private func checkText(_ text: String) throws(BrokenInvariant) {
        guard let decoded = Base64.decode(text) else {
            // Foundation reads more than it writes: a sign of padding too many, for one.
            let isWritten = Data(base64Encoded: text)?.base64EncodedString() == text
            return try require(!isWritten, "a text is refused that Foundation writes")
        }
        let digits = text.prefix { $0 != "=" }
        try require(decoded.count == digits.utf8.count * 3 / 4, "a text is decoded to another number of bytes")
        let again = Base64.encode(decoded)
        let canonical = Base64.decode(text, spelling: .canonical)
        try require((canonical != nil) == (again == text), "a text is taken wrongly for the one spelling of its bytes")
        try require(
            canonical == nil || canonical == decoded,
            "a text is decoded to other bytes where it must be canonical"
        )
        try require(Base64.decode(again) == decoded, "what was decoded is encoded otherwise")
        // The last character can have bits that mean nothing.
        try require(again.hasPrefix(digits.dropLast()), "what was decoded is another text")
    }
}
