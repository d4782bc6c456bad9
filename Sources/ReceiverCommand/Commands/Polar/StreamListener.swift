import Foundation
import PolarAPI
import PolarEvents
import PolarReceiver

/// Follows Polar's development stream, and posts what it brings.
struct StreamListener {
    private static let shortestWait = Duration.seconds(1)
    private static let longestWait = Duration.seconds(30)

    let polar: PolarAccess
    let organization: String
    let target: String

    /// Listens until the process ends; connects again whenever the stream does.
    ///
    /// - Throws: ``CommandFailure`` where Polar refuses.
    func run() async throws {
        var wait = Self.shortestWait
        while true {
            let start = ContinuousClock.now
            do { try await follow() } catch let error as PolarError {
                guard Self.isPassing(error) else { throw CommandFailure("\(error)") }
                StandardStream.error("\(error) Connecting again.")
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

    /// Returns whether to go on with this connection.
    private func handle(_ frame: StreamFrame) async throws -> Bool {
        switch frame {
        case .connected(let secret):
            try StandardStream.output("Listening; events go to \(target), signed with the secret \(secret).")
        case .event(let body, let headers): try await post(body, headers)
        case .reconnect: return false
        case .unknown: break
        }
        return true
    }

    private func post(_ body: String, _ headers: [String: String]) async throws {
        let type = Envelope.scan(body.utf8Span.span.bytes).type ?? "-"
        let id = headers["webhook-id"] ?? "-"
        var request = OutgoingRequest(url: target, headers: headers.map { ($0.key, $0.value) }, body: Array(body.utf8))
        request.isToThisMachine = true
        let outcome: String
        do {
            let answer = try await request.send(timeout: .seconds(10))
            outcome = answer.status == 403 ? "403 \(hint)" : "\(answer.status)"
        } catch {
            outcome = "\(error)"
        }
        try StandardStream.output(MessageTable.printable("\(TimeText(Date()))  \(type)  \(id)  \(outcome)"))
    }

    private var hint: String {
        "(add \(organization.replacing("-", with: "")) to the receiver's secrets)"
    }
}
