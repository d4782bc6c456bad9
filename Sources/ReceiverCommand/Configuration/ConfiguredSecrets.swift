import Foundation
import PolarReceiver

/// Where webhook secrets come from; ``SecretText`` has the rule by which each source is read.
enum ConfiguredSecrets {
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

    /// The texts of `POLAR_WEBHOOK_SECRET` and `POLAR_WEBHOOK_SECRET_FILE`; nil when neither is set.
    ///
    /// - Throws: ``CommandFailure`` with exit code 78.
    static func inEnvironment(_ environment: [String: String], _ warnings: SecretWarnings) throws -> [SecretText]? {
        let variable = environment["POLAR_WEBHOOK_SECRET"]
        let file = environment["POLAR_WEBHOOK_SECRET_FILE"].flatMap { $0.isEmpty ? nil : $0 }
        guard variable != nil || file != nil else { return nil }
        return try (variable.map { [SecretText($0)] } ?? []) + (file.map { [try inFile($0, warnings)] } ?? [])
    }

    /// The text of a file, which is a secret, or several with one on each line.
    ///
    /// - Throws: ``CommandFailure`` with exit code 78.
    static func inFile(_ path: String, _ warnings: SecretWarnings) throws -> SecretText {
        do throws(SecretProblem) { return try SecretText(file: path, warnings) } catch {
            throw CommandFailure.configuration(error.description)
        }
    }

    /// The one secret in a file, such as a token.
    ///
    /// - Throws: ``CommandFailure`` with exit code 78.
    static func single(inFile path: String, _ warnings: SecretWarnings) throws -> String {
        do throws(SecretProblem) { return try SecretText.single(file: path, warnings) } catch {
            throw CommandFailure.configuration(error.description)
        }
    }

    /// Makes secrets of texts.
    ///
    /// - Throws: ``CommandFailure`` with exit code 78.
    static func secrets(_ texts: [SecretText]) throws -> [WebhookSecret] {
        do throws(WebhookSecret.Invalid) {
            var secrets: [WebhookSecret] = []
            for text in texts { secrets += try WebhookSecret.all(in: text) }
            return secrets
        } catch {
            throw CommandFailure.configuration(error.description)
        }
    }
}
