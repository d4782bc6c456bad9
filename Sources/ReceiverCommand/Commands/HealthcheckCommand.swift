import ArgumentParser

/// `polar-receiver healthcheck`.
struct HealthcheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "healthcheck",
        abstract: "Ask the receiver on this machine whether it is ready; made for containers."
    )

    @OptionGroup var options: ConfigurationOptions

    @Option(help: ArgumentHelp("What to ask (default: /readyz on the configured port).", valueName: "url"))
    var url: String?

    func run() async throws {
        let isGiven = url != nil
        let url = if let url { url } else { "\(try await options.load().localURL)/readyz" }
        let answer = try await OutgoingRequest(url: url, checksCertificate: isGiven).send(timeout: .seconds(2))
        try StandardStream.output(answer.body)
        guard answer.status == 200 else {
            throw CommandFailure("The receiver is not ready: it answered \(answer.status).")
        }
    }
}
