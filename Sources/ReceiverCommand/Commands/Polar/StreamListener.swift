import Foundation
import PolarAPI
import PolarEvents
import PolarReceiver
import StandardWebhooks

/// Follows Polar's development stream, and posts what it brings.
struct StreamListener {
    private static let shortestWait = Duration.seconds(1)
    private static let longestWait = Duration.seconds(30)

    let polar: PolarAccess
    let organization: String
    let target: String

    /// False for the configured receiver and for loopback addresses.
    let checksCertificate: Bool

    /// Signs with the receiver's own secret.
    let signer: MessageSigner

    /// Listens until the process ends; connects again whenever the stream does.
    ///
    /// - Throws: ``CommandFailure`` where Polar refuses.
    func run() async throws {
        var wait = Self.shortestWait
        while true {
            let start = ContinuousClock.now
            do { try await follow() } catch let error as PolarError {
                guard Self.isPassing(error) else { throw CommandFailure(MessageTable.printable("\(error)")) }
                StandardStream.error("\(MessageTable.printable("\(error)")) Connecting again.")
                wait = .now - start > Self.longestWait ? Self.shortestWait : min(wait * 2, Self.longestWait)
                try await Task.sleep(for: wait)
            }
        }
    }

    private static func isPassing(_ error: PolarError) -> Bool {
        if case .malformedAnswer = error { return true }
        return error.isPassing
    }

    /// One connection, until its end.
    ///
    /// - Throws: `PolarError`, or why standard output cannot be written.
    private func follow() async throws {
        var parser = EventStreamParser()
        var outputFailure: (any Error)?
        try await polar.stream("/v1/cli/listen/\(organization)") { bytes throws(PolarError) in
            let events: [[UInt8]]
            do throws(EventStreamParser.TooLong) { events = try parser.read(bytes) } catch {
                throw .malformedAnswer(reason: "an event is too long.")
            }
            for event in events {
                do {
                    guard try await handle(StreamFrame(event)) else { return false }
                } catch {
                    outputFailure = error
                    return false
                }
            }
            return true
        }
        if let outputFailure { throw outputFailure }
    }

    /// Returns whether this connection continues.
    private func handle(_ frame: StreamFrame) async throws -> Bool {
        switch frame {
        case .connected:
            let text = "Listening; events go to \(target), signed with the receiver's own secret."
            try StandardStream.output(MessageTable.printable(text))
        case .event(let body, let headers): try await post(Array(body.utf8), headers)
        case .reconnect: return false
        case .unknown: break
        }
        return true
    }

    private func post(_ body: [UInt8], _ headers: [String: String]) async throws {
        let type = Envelope.scan(body.span.bytes).type ?? "-"
        let id = headers["webhook-id"] ?? UUID().uuidString.lowercased()
        let outcome: String
        do {
            let answer = try await request(body, id).send(timeout: .seconds(10))
            outcome =
                answer.status == 403 ? "403 (the receiver has another secret, or another clock)" : "\(answer.status)"
        } catch {
            outcome = "\(error)"
        }
        try StandardStream.output(MessageTable.printable("\(TimeText(Date()))  \(type)  \(id)  \(outcome)"))
    }

    private func request(_ body: [UInt8], _ id: String) throws -> OutgoingRequest {
        let signed = try signer.headers(id: id, timestamp: Int64(Date().timeIntervalSince1970), body: body)
        var request = OutgoingRequest(url: target, checksCertificate: checksCertificate)
        request.headers = [("content-type", "application/json"), ("user-agent", "polar-receiver/\(Version.current)")]
        request.headers += signed.map { ($0.name, $0.value) }
        request.body = body
        return request
    }
}
