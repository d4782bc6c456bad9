import ArgumentParser
import Foundation
import PolarReceiver
import PolarReceiverTesting
import StandardWebhooks

/// `polar-receiver send`.
struct SendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send",
        abstract: "Send a signed sample event to a receiver, as Polar would.",
        discussion: "Types: \(SampleEvent.types.joined(separator: ", "))."
    )

    @OptionGroup var secretOptions: SecretOptions

    @Option(help: ArgumentHelp("Where to send it (default: the configured port on this machine).", valueName: "url"))
    var url: String?

    @Option(help: ArgumentHelp("The id of the message; an old one makes a duplicate (default: new).", valueName: "id"))
    var id: String?

    @Argument(help: ArgumentHelp("The event type.", valueName: "type"))
    var type = "order.paid"

    func validate() throws {
        try id.map(SecretOptions.checkID)
        guard SampleEvent.types.contains(type) else {
            let nearest = Spelling.nearest(to: type, among: SampleEvent.types)
            throw ValidationError("There is no sample of \(type)\(nearest.map { ", did you mean \($0)?" } ?? ".")")
        }
    }

    func run() async throws {
        guard let sample = SampleEvent(type: type, timestamp: Date()) else { return }
        let id = id ?? UUID().uuidString.lowercased()
        let signed = try secretOptions.signer().headers(
            id: id,
            timestamp: Int64(Date().timeIntervalSince1970),
            body: sample.body
        )
        let target = try await target()
        let answer = try await OutgoingRequest(
            url: target,
            checksCertificate: url != nil,
            headers: [
                ("content-type", "application/json"), ("user-agent", "polar-receiver/\(Version.current)"),
                ("webhook-api-version", "2026-10"),
            ] + signed.map { ($0.name, $0.value) },
            body: sample.body
        ).send(timeout: .seconds(10))
        try StandardStream.output("\(type) \(id) -> \(answer.status) \(answer.body)")
        guard (200..<300).contains(answer.status) else {
            throw CommandFailure("The receiver at \(target) did not take the event: \(answer.explanation)")
        }
    }

    private func target() async throws -> String {
        if let url { return url }
        let settings = try await ConfigurationOptions.parse([]).load()
        return "\(settings.localURL)\(settings.endpoints.first?.path ?? EndpointSettings.defaultPath)"
    }
}
