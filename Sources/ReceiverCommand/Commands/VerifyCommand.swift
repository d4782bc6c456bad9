import ArgumentParser
import Foundation
import PolarReceiver
import StandardWebhooks

/// `polar-receiver verify`.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Tell whether a body's signature fits a secret, and by which rule.",
        discussion: """
            The age of the message is judged only with --tolerance: what is looked into by hand is mostly old.
            """
    )

    @OptionGroup var secretOptions: SecretOptions

    @Option(help: ArgumentHelp("The value of webhook-id.", valueName: "id"))
    var id: String

    @Option(help: ArgumentHelp("The value of webhook-timestamp.", valueName: "seconds"))
    var timestamp: String

    @Option(help: ArgumentHelp("The value of webhook-signature.", valueName: "signature"))
    var signature: String

    @Option(help: ArgumentHelp("How many seconds the timestamp may be away from now.", valueName: "seconds"))
    var tolerance: Int64?

    @Argument(help: ArgumentHelp("A file with the body, - for standard input.", valueName: "file"))
    var file = "-"

    func run() throws {
        let secrets = try secretOptions.secrets()
        let match = try match(among: secrets, body: InputFile.read(file))
        print("Verified by secret \(match.secretIndex + 1) of \(secrets.count), \(Self.explanation(of: match.rule)).")
    }

    private func match(among secrets: [WebhookSecret], body: [UInt8]) throws -> EndpointVerifier.Match {
        let tolerance = Duration.seconds(tolerance ?? .max)
        let verifier = try EndpointVerifier(endpoint: WebhookEndpoint(secrets: secrets, tolerance: tolerance))
        let (id, timestamp, signature) = (Array(id.utf8), Array(timestamp.utf8), Array(signature.utf8))
        do throws(VerificationError) {
            let key = try verifier.verify(
                id: id.span.bytes,
                timestamp: timestamp.span.bytes,
                signature: signature.span.bytes,
                body: body.span.bytes,
                now: Int64(Date().timeIntervalSince1970)
            )
            return verifier.matches[key]
        } catch {
            throw CommandFailure("\(error.code): \(error)")
        }
    }

    private static func explanation(of rule: KeyRule) -> String {
        switch rule {
        case .text: "its text taken as the key"
        case .base64: "its base64 part decoded to the key"
        case .publicKey: "a public key"
        }
    }
}
