import Foundation
import PolarAPI

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
        try replace(lines())
    }

    /// Puts a secret before the others.
    func put(first secret: String) throws {
        let rest = try lines().filter { $0 != secret }
        try replace([secret] + rest)
    }

    /// Removes all but one secret; says how many.
    func keep(only secret: String) throws -> String {
        let lines = try lines()
        guard lines.contains(secret) else {
            throw CommandFailure("The secret that the endpoint has is not in \(path): run this with --resume first.")
        }
        try replace([secret])
        return lines.count == 2 ? "1 secret" : "\(lines.count - 1) secrets"
    }

    private func lines() throws -> [String] { try SecretText.lines(ofFile: path) }

    private func replace(_ lines: [String]) throws {
        let text = lines.map { "\($0)\n" }.joined()
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
