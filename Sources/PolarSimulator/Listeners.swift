import Foundation
import HTTPServer
import HTTPWire
import StandardWebhooks
import Synchronization

/// Those who listen to the development stream.
final class Listeners: Sendable {
    /// After which Polar asks to come again.
    private static let life = Duration.seconds(600)

    private let options: SimulatorOptions
    private let exchanges = Mutex<[UUID: Exchange]>([:])

    init(_ options: SimulatorOptions) {
        self.options = options
    }

    var count: Int { exchanges.withLock { $0.count } }

    /// Adds one, and tells it the secret; returns what ends it after its time.
    func begin(_ exchange: Exchange, organization: String) -> @Sendable () async -> Void {
        let key = UUID()
        exchanges.withLock { $0[key] = exchange }
        exchange.begin(StreamHead(contentType: "text/event-stream", headers: [("Cache-Control", "no-store")])) {
            [weak self] in self?.forget(key)
        }
        let hello: [String: Any] = [
            "key": "connected", "ts": SimulatorJSON.text(Date()), "secret": Self.secret(of: organization),
        ]
        exchange.send(Self.frame(hello))
        return { [weak self, options] in
            do { try await options.wait(for: Self.life) } catch { return }
            exchange.send(Self.frame(["type": "reconnect"]))
            exchange.finish()
            self?.forget(key)
        }
    }

    /// Sends an event to all of them, each with the raw rule and the same secret.
    func send(_ body: String, organization: String) {
        let listening = exchanges.withLock { Array($0.values) }
        guard !listening.isEmpty, let frame = Self.frame(of: body, organization: organization) else { return }
        for exchange in listening { exchange.send(frame) }
    }

    /// Ends all of them.
    func finish() {
        for exchange in exchanges.withLock({ Array($0.values) }) { exchange.finish() }
    }

    private func forget(_ key: UUID) {
        _ = exchanges.withLock { $0.removeValue(forKey: key) }
    }

    private static func secret(of organization: String) -> String { organization.replacing("-", with: "") }

    private static func frame(of body: String, organization: String) -> [UInt8]? {
        let id = SimulatorText.id()
        let now = Int64(Date().timeIntervalSince1970)
        guard let signer = try? Sender.signer(secret(of: organization), isStandard: false),
            let signed = try? signer.headers(id: id, timestamp: now, body: Array(body.utf8))
        else { return nil }
        var headers: [String: Any] = ["user-agent": "polar.sh webhooks", "content-type": "application/json"]
        for (name, value) in signed { headers[name] = value }
        return frame([
            "id": SimulatorText.id(), "key": "webhook.created", "headers": headers,
            "payload": ["webhook_event_id": id, "payload": body],
        ])
    }

    private static func frame(_ value: [String: Any]) -> [UInt8] {
        Array("data: ".utf8) + SimulatorJSON.bytes(value) + Array("\n\n".utf8)
    }
}
