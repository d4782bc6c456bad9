import Foundation
import PolarReceiver
import StandardWebhooks

/// The secret that `serve --dev` makes and `send` finds: `data/dev-secret`, readable by its owner only.
enum DevelopmentSecret {
    static let path = "data/dev-secret"

    /// The secret, nil when there is none.
    static func read(_ warnings: SecretWarnings) throws -> String? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        return try ConfiguredSecrets.single(inFile: path, warnings)
    }

    /// The secret, made if there is none.
    static func readOrMake(_ warnings: SecretWarnings) throws -> String {
        if let present = try read(warnings) { return present }
        let secret = "whsec_" + Data(RandomBytes.make(count: 32)).base64EncodedString()
        do {
            let folder = URL(filePath: path).deletingLastPathComponent().path
            let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: attributes
            )
            try PrivateFile.write(secret + "\n", to: path)
        } catch {
            throw CommandFailure(
                "Cannot write \(path): start in a folder you may write to, or set POLAR_WEBHOOK_SECRET."
            )
        }
        return secret
    }
}
