import Foundation
import PolarReceiver

/// Where the texts of secrets come from.
enum SecretText {
    static let missing = CommandFailure.configuration(
        """
        No webhook secret is set: put the one from the endpoint's page in Polar into POLAR_WEBHOOK_SECRET, or its file \
        into POLAR_WEBHOOK_SECRET_FILE; 'serve --dev' makes one for trials.
        """
    )

    /// Which of the two variables are set.
    static func variables(in environment: [String: String]) -> [String] {
        ["POLAR_WEBHOOK_SECRET", "POLAR_WEBHOOK_SECRET_FILE"].filter { environment[$0]?.isEmpty == false }
    }

    /// The secrets of `POLAR_WEBHOOK_SECRET` and `POLAR_WEBHOOK_SECRET_FILE`; nil when neither is set.
    static func inEnvironment(_ environment: [String: String]) throws -> [String]? {
        let variable = environment["POLAR_WEBHOOK_SECRET"]
        let file = environment["POLAR_WEBHOOK_SECRET_FILE"].flatMap { $0.isEmpty ? nil : $0 }
        guard variable != nil || file != nil else { return nil }
        return try (variable.map(candidates) ?? []) + (file.map(lines) ?? [])
    }

    /// The secrets in a file, one per line and taken verbatim; empty lines are no secrets.
    static func lines(ofFile path: String) throws -> [String] {
        let text: String
        do { text = try String(contentsOf: URL(filePath: path), encoding: .utf8) } catch {
            throw CommandFailure.configuration("Cannot read the secret file \(path): name a readable UTF-8 text file.")
        }
        let lines = text.split(whereSeparator: \.isNewline).map(String.init)
        guard !lines.isEmpty else {
            throw CommandFailure.configuration("The secret file \(path) is empty; put one secret on each line.")
        }
        return lines
    }

    /// Makes a secret of a text.
    static func secret(_ text: String) throws -> WebhookSecret {
        do throws(WebhookSecret.Invalid) { return try WebhookSecret(text) } catch {
            throw CommandFailure.configuration(error.description)
        }
    }

    /// The whole text, and its parts where spaces or commas may separate several secrets.
    private static func candidates(_ text: String) -> [String] {
        let parts = text.split { $0.isWhitespace || $0 == "," }.map(String.init)
        return parts == [text] || parts.isEmpty ? [text] : [text] + parts
    }
}
