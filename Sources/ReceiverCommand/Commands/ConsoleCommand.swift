import ArgumentParser
import Foundation

/// `polar-receiver console`.
struct ConsoleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "console",
        abstract: "Print a link that signs in to the console of the running receiver.",
        discussion: """
            The link works once, within five minutes. Where your browser reaches the console by another address, such as \
            through a tunnel or a proxy, put that in the place of the link's own.

            Example: polar-receiver console
            """
    )

    @OptionGroup var options: ConfigurationOptions

    func run() async throws {
        let settings = try await options.load()
        guard let socket = settings.database.controlSocket else {
            throw CommandFailure.configuration(
                "The inbox is in memory, so commands cannot reach its receiver; 'polar-receiver serve' prints a link itself."
            )
        }
        try StandardStream.output(await ConsoleLink.ask(at: socket))
    }
}

/// A link that a running receiver makes for whoever reaches its socket.
struct ConsoleLink: Decodable {
    static let path = "/sign-in-links"

    /// The error of a receiver whose console is off.
    static let isOff = "console_is_off"

    private let link: String

    /// Asks the receiver for a link.
    ///
    /// - Throws: ``CommandFailure``.
    static func ask(at socket: String) async throws -> String {
        guard FileManager.default.fileExists(atPath: socket) else {
            throw CommandFailure("No receiver runs on this inbox (\(socket)): start it with 'polar-receiver serve'.")
        }
        let request = OutgoingRequest(url: "http://localhost\(path)", socketPath: socket, body: [])
        let answer: OutgoingRequest.Answer
        do { answer = try await request.send(timeout: .seconds(10)) } catch is CommandFailure {
            throw CommandFailure(
                "The receiver does not answer at \(socket): start it, or run this command as the user it runs as."
            )
        }
        guard answer.status == 200 else {
            throw CommandFailure(
                answer.body.contains(isOff)
                    ? "The receiver has no console: its port was taken at the start; set ADMIN_PORT, and start it again."
                    : "The receiver does not know this command: start it again with this version."
            )
        }
        return try JSONDecoder().decode(ConsoleLink.self, from: Data(answer.body.utf8)).link
    }
}
