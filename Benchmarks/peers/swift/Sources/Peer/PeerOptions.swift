import Foundation

/// What all peers are told: `--tier http|verified --port N`, and the secret in the environment.
public struct PeerOptions: Sendable {
    /// The port on 127.0.0.1.
    public let port: Int

    /// The check of the verified tier.
    public let check: SignatureCheck?

    /// Reads the command line of the process, and ends it with 64 where that says nothing useful.
    public init() {
        let words = CommandLine.arguments
        guard let port = Self.value(after: "--port", in: words).flatMap(Int.init) else { exit(64) }
        self.port = port
        check = Self.value(after: "--tier", in: words) == "verified" ? Self.makeCheck() : nil
    }

    private static func makeCheck() -> SignatureCheck {
        guard let secret = ProcessInfo.processInfo.environment["POLAR_WEBHOOK_SECRET"] else { exit(64) }
        return SignatureCheck(secret: secret)
    }

    private static func value(after name: String, in words: [String]) -> String? {
        zip(words, words.dropFirst()).first { $0.0 == name }?.1
    }
}
