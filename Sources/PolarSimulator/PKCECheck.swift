import Foundation
import StandardWebhooks

/// Whether a request for tokens comes from whoever began the sign-in (RFC 7636).
enum PKCECheck {
    private static let lengths = 43...128

    /// Why it does not; nil where it does.
    static func refusal(_ verifier: String?, _ code: OAuthBook.Code, isPublic: Bool) -> SimulatorAnswer? {
        guard let challenge = code.challenge else {
            return isPublic ? .oauth("invalid_request", "Missing 'code_challenge'.") : nil
        }
        guard let verifier else { return .oauth("invalid_request", "Missing 'code_verifier'.") }
        guard lengths.contains(verifier.utf8.count) else {
            return .oauth("invalid_request", "Invalid 'code_verifier'.")
        }
        let expected = code.method == "S256" ? digest(of: verifier) : verifier
        return expected == challenge ? nil : .oauth("invalid_grant", "Code challenge failed.")
    }

    private static func digest(of verifier: String) -> String {
        Data(contentDigest(of: verifier.utf8Span.span.bytes) ?? []).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
