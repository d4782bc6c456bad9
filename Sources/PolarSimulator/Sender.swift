import Foundation
import HTTPClient
import PolarEvents
import StandardWebhooks
import Synchronization

/// Sends events as Polar does: ten attempts, growing waits, no redirects, ten seconds for an answer.
struct Sender: Sendable {
    private static let timeout = Duration.seconds(10)
    private static let responseLimit = 2_048
    private static let guardAge: TimeInterval = 60
    private static let guardStep = Duration.milliseconds(300)

    let options: SimulatorOptions
    let state: SharedState

    /// Delivers an event, until it has arrived, has failed for good or is skipped.
    func deliver(_ id: String) async {
        guard await waitForTurn(of: id) else { return }
        while await attempt(id), !Task.isCancelled {
            let count = state.withLock { $0.event(id)?.attempts.count ?? 0 }
            do { try await options.wait(for: Backoff.delay(after: count)) } catch { return }
        }
    }

    /// One attempt; returns whether another one is to follow.
    func attempt(_ id: String) async -> Bool {
        let found = state.withLock { state -> (SimulatedEvent, SimulatedEndpoint)? in
            guard let event = state.event(id), let endpoint = state.endpoint(event.endpointID) else { return nil }
            return (event, endpoint)
        }
        guard let (event, endpoint) = found, let payload = event.payload, !event.isSkipped else { return false }
        guard endpoint.isEnabled else {
            if event.succeeded == nil { state.withLock { $0.skip(id) } }
            return false
        }
        let attempt = await send(event, payload, to: endpoint)
        return state.withLock { $0.note(attempt, of: id) }
    }

    /// An event waits for older ones that have not been tried yet, a minute at most.
    private func waitForTurn(of id: String) async -> Bool {
        let age = Self.guardAge / (options.sleep == nil ? options.timeScale : 1)
        while !Task.isCancelled {
            let count = state.withLock { state in state.event(id).map { state.waiting(before: $0, age: age) } ?? 0 }
            guard count > 0 else { return true }
            do { try await options.wait(for: min(Self.guardStep * count, .seconds(60))) } catch { return false }
        }
        return false
    }

    private func send(
        _ event: SimulatedEvent,
        _ payload: String,
        to endpoint: SimulatedEndpoint
    ) async -> SimulatedEvent.Attempt {
        let date = Date()
        let (status, text): (Int?, String)
        do {
            let response = try await Client.sender.send(try request(event, payload, to: endpoint, now: date))
            (status, text) = (response.status, String(decoding: response.body, as: UTF8.self))
        } catch {
            (status, text) = (nil, "\(error)")
        }
        return SimulatedEvent.Attempt(
            id: SimulatorText.id(),
            date: date,
            status: status,
            response: text.prefix(utf8Count: Self.responseLimit)
        )
    }

    private func request(
        _ event: SimulatedEvent,
        _ payload: String,
        to endpoint: SimulatedEndpoint,
        now: Date
    ) throws -> ClientRequest {
        let body = Array(payload.utf8)
        let signer = try Self.signer(endpoint.secret, isStandard: endpoint.usesStandardSignature)
        var request = ClientRequest(.post, url: endpoint.url, timeout: Self.timeout)
        request.headers = [
            ("user-agent", "polar.sh webhooks"), ("content-type", "application/json"),
            ("webhook-api-version", event.apiVersion),
        ]
        request.headers += try signer.headers(id: event.id, timestamp: Int64(now.timeIntervalSince1970), body: body)
            .map { ($0.name, $0.value) }
        request.body = body
        return request
    }

    /// By the rule for secrets of today, or by the one for older secrets.
    static func signer(_ secret: String, isStandard: Bool) throws -> MessageSigner {
        try MessageSigner(key: isStandard ? SigningKey(base64: secret) : SigningKey(utf8: secret))
    }
}

extension Client {
    /// One for the life of the process.
    fileprivate static let sender: Client = {
        var configuration = Client.Configuration()
        (configuration.connectionsPerHost, configuration.connections) = (64, 256)
        // Polar reuses connections for five seconds.
        configuration.idleTime = .seconds(5)
        return Client(configuration)
    }()
}
