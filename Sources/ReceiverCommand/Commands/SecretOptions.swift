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

    /// Checks the id of a message that is to be signed.
    static func checkID(_ id: String) throws {
        guard MessageID.isValid(id) else {
            throw ValidationError(
                "--id must be 1 to \(MessageID.byteCountLimit) visible ASCII characters without a dot, such as a UUID."
            )
        }
    }

    /// A signer with the first secret, by the rule that Standard Webhooks has for its text where it fits.
    func signer() throws -> MessageSigner {
        let texts = try texts()
        // The rule for a text that cannot be a secret is the verifier's.
        _ = try ConfiguredSecrets.secrets(texts)
        guard let text = texts.first?.parts.first else { throw ConfiguredSecrets.missing }
        return try Self.signer(of: text)
    }

    /// The same for one secret.
    static func signer(of text: String) throws -> MessageSigner {
        do {
            // A text that is no base64 secret is used as it is, which is the receiver's other rule.
            let key = try (try? SigningKey(base64: text)) ?? SigningKey(utf8: text)
            return try MessageSigner(key: key)
        } catch {
            throw CommandFailure.configuration("The secret cannot be used: \(error)")
        }
    }

    /// The texts of the secrets to use: of the options, else of the environment, else of `serve --dev`.
    func texts() throws -> [SecretText] {
        let warnings = RootCommand.warnings
        if let secret { return [SecretText(secret)] }
        if let secretFile { return [try ConfiguredSecrets.inFile(secretFile, warnings)] }
        let environment = ProcessInfo.processInfo.environment
        if let texts = try ConfiguredSecrets.inEnvironment(environment, warnings) { return texts }
        guard let text = try DevelopmentSecret.read(warnings) else { throw ConfiguredSecrets.missing }
        return [SecretText(text)]
    }
}
