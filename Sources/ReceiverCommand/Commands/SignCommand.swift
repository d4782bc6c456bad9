import ArgumentParser
import Foundation
import StandardWebhooks

/// `polar-receiver sign`.
struct SignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Print the three headers that sign a body."
    )

    @OptionGroup var secretOptions: SecretOptions

    @Option(help: ArgumentHelp("The message's id (default: a new one).", valueName: "id"))
    var id: String?

    @Option(help: ArgumentHelp("When it is signed, in Unix seconds (default: now).", valueName: "seconds"))
    var timestamp: Int64?

    @Argument(help: ArgumentHelp("A file with the body, - for standard input.", valueName: "file"))
    var file = "-"

    func validate() throws {
        try id.map(SecretOptions.checkID)
    }

    func run() throws {
        let signer = try secretOptions.signer()
        let body = try InputFile.read(file)
        let headers = try signer.headers(
            id: id ?? UUID().uuidString.lowercased(),
            timestamp: timestamp ?? Int64(Date().timeIntervalSince1970),
            body: body
        )
        for header in headers { try StandardStream.output("\(header.name): \(header.value)") }
    }
}
