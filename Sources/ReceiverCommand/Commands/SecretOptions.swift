import ArgumentParser
import Foundation
import PolarReceiver
import StandardWebhooks

/// The secret of a command that signs or verifies by itself.
struct SecretOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The secret; for trials only, other users can see arguments.", valueName: "secret"))
    var secret: String?

    @Option(help: ArgumentHelp("A file with the secret, one per line if there are several.", valueName: "file"))
    var secretFile: String?

    func validate() throws {
        guard secret == nil || secretFile == nil else {
            throw ValidationError("Give either --secret or --secret-file.")
        }
    }

    /// The secrets to use: of the options, else of the environment, else of `serve --dev`.
    func secrets() throws -> [WebhookSecret] {
        try texts().map(SecretText.secret)
    }

    /// A signer with the first secret, by the rule that Standard Webhooks has for its text where it fits.
    func signer() throws -> MessageSigner {
        guard let text = try texts().first else { throw SecretText.missing }
        do {
            // A text that is no base64 secret is used as it is, which is the receiver's other rule.
            let key = try (try? SigningKey(base64: text)) ?? SigningKey(utf8: text)
            return try MessageSigner(key: key)
        } catch {
            throw CommandFailure.configuration("The secret cannot be used: \(error)")
        }
    }

    private func texts() throws -> [String] {
        if let secret { return [secret] }
        if let secretFile { return try SecretText.lines(ofFile: secretFile) }
        if let texts = try SecretText.inEnvironment(ProcessInfo.processInfo.environment) { return texts }
        guard let text = try DevelopmentSecret.read() else { throw SecretText.missing }
        return [text]
    }
}
