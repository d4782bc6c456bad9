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
            The age of the message is judged only with --tolerance: what is looked into by hand is mostly old. Where the \
            signature does not fit, the usual mistakes of copying are tried, and the one that explains it is named.
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
        let message = CopiedMessage(
            id: id,
            timestamp: timestamp,
            signature: signature,
            body: try InputFile.read(file),
            secrets: try secretOptions.texts()
        )
        do {
            let (match, count) = try message.verify(tolerance: .seconds(tolerance ?? .max))
            let rule = Self.explanation(of: match.rule)
            try StandardStream.output("Verified by secret \(match.secretIndex + 1) of \(count), \(rule).")
        } catch let error as VerificationError {
            throw CommandFailure("\(error.code): \(Self.sentence(about: error, message))")
        }
    }

    /// The mistake that somebody made with the message, or else what is wrong with it.
    private static func sentence(about error: VerificationError, _ message: CopiedMessage) -> String {
        switch error {
        case .timestampTooOld, .timestampTooNew: "\(error)"
        default: MessageDiagnosis(message).mistake() ?? "\(error)"
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
