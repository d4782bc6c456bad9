import Foundation
import StandardWebhooks

/// Ids, tokens and secrets in the shapes that Polar gives them.
enum SimulatorText {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")

    static func id() -> String { UUID().uuidString.lowercased() }

    /// A prefix and 43 letters and digits.
    static func token(_ prefix: String) -> String {
        prefix + String((0..<43).compactMap { _ in letters.randomElement() })
    }

    /// A secret of today: 32 random bytes in base64.
    static func secret() -> String {
        "whsec_" + Data(RandomBytes.make(count: 32)).base64EncodedString()
    }
}
