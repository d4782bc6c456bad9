import Foundation
import PolarAPI
import PolarReceiver

/// The file that a receiver reads an endpoint's secrets from, one per line.
struct SecretFile {
    let path: String

    /// Finds and tries the file before anything is changed at Polar.
    ///
    /// - Throws: ``CommandFailure`` where the secrets come from somewhere else, or where the file cannot be replaced.
    init(of endpoint: EndpointSettings) throws {
        guard let path = endpoint.secretFile else {
            throw CommandFailure.configuration(
                """
                The secret of \(endpoint.name) is in no file: put it into one and name that in \
                POLAR_WEBHOOK_SECRET_FILE, or in endpoints.\(endpoint.name).secret_file.
                """
            )
        }
        // A link, such as that of a mounted secret, is replaced at its end.
        self.path = URL(filePath: path).resolvingSymlinksInPath().path
        try checkSecrets()
        try write(secretText().whole)
    }

    /// Puts a secret before the others.
    func put(first secret: String) throws {
        let rest = try secrets().filter { $0 != secret }
        try replace([secret] + rest)
    }

    /// Removes all but one secret; says how many.
    func keep(only secret: String) throws -> String {
        let secrets = try secrets()
        guard secrets.contains(secret) else {
            throw CommandFailure("The secret that the endpoint has is not in \(path): run this with --resume first.")
        }
        try replace([secret])
        return secrets.count == 2 ? "1 secret" : "\(secrets.count - 1) secrets"
    }

    private func secretText() throws -> SecretText { try ConfiguredSecrets.inFile(path, SecretWarnings()) }

    private func secrets() throws -> [String] { try secretText().parts }

    /// Checks that the secrets of the file can stand beside another one, as the receiver reads the file.
    private func checkSecrets() throws {
        let secrets = try secrets()
        guard
            SecretText(secrets.joined(separator: "\n") + "\n" + String(repeating: "x", count: 64)).parts.count
                > secrets.count
        else {
            throw CommandFailure.configuration(
                """
                The secret in \(path) cannot stand beside another one: it has fewer than 24 characters, or blanks or \
                commas. Put the new secret of the endpoint there by hand, see rotation.md.
                """
            )
        }
    }

    private func replace(_ secrets: [String]) throws {
        try write(secrets.joined(separator: "\n"))
    }

    private func write(_ content: String) throws {
        let text = "\(content)\n"
        var facts = stat()
        guard stat(path, &facts) == 0,
            PrivateReplacement.write(Array(text.utf8), to: path, mode: facts.st_mode & 0o777)
        else {
            throw CommandFailure(
                """
                Cannot write \(path) (\(String(cString: strerror(errno)))): its folder must be one you may write to, and \
                you the user it belongs to, or root.
                """
            )
        }
    }
}
