import ArgumentParser
import Foundation
import HTTPServer
import Logging
import PolarSimulator
import UnixSignals

/// `polar-receiver simulate`.
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "A Polar on this machine, to try a receiver on: API, tokens, retries, disabled endpoints.",
        discussion: """
            It has one organization and no events. POST the body of an event as application/json to /simulator/events, \
            and Polar sends it to its endpoints; POST a customer's state likewise to /simulator/customers/<id>/state. GET /simulator/events says what \
            became of the events. A receiver reaches it with POLAR_API_URL and POLAR_ACCESS_TOKEN_FILE.
            """
    )

    @Option(help: ArgumentHelp("The port; 0 takes a free one.", valueName: "port"))
    var port = 9_080

    @Option(help: ArgumentHelp("Write the port to this file once it is open.", valueName: "file"))
    var portFile: String?

    @Option(help: ArgumentHelp("The new file for an access token.", valueName: "file"))
    var tokenFile: String

    @Option(help: ArgumentHelp("How much faster its time goes: 60 makes an hour a minute.", valueName: "factor"))
    var timeScale = 1.0

    @Option(help: ArgumentHelp("Make an endpoint that sends every event here.", valueName: "url"))
    var deliverTo: String?

    @Option(help: ArgumentHelp("The new file for that endpoint's secret.", valueName: "file"))
    var secretFile: String?

    func validate() throws {
        guard timeScale > 0, timeScale.isFinite else { throw ValidationError("--time-scale must be more than 0.") }
        guard (deliverTo == nil) == (secretFile == nil) else {
            throw ValidationError("Give --deliver-to and --secret-file together.")
        }
    }

    func run() async throws {
        signal(SIGPIPE, SIG_IGN)
        let polar = PolarSimulator(SimulatorOptions(timeScale: timeScale), logger: PolarAccess.logger)
        try NewSecretFile(path: tokenFile).write(polar.accessToken)
        let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
        let port: Int
        do { port = try polar.start(port: self.port) } catch let error as ServerError {
            throw CommandFailure(error.sentence(hostSetting: "HOST", portSetting: "--port"))
        }
        if let deliverTo, let secretFile {
            try NewSecretFile(path: secretFile).write(polar.addEndpoint(url: deliverTo).secret)
        }
        if let portFile { try PortFile(path: portFile).write(port) }
        try StandardStream.output(
            "A simulated Polar is at \(polar.url), with the organization \(polar.organizationID)."
        )
        for await _ in signals { break }
        await polar.stop()
    }
}
