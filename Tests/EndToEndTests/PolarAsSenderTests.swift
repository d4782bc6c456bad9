import EventStore
import Foundation
import PolarReceiverTesting
import Testing

/// The real executable takes what Polar's own libraries sign.
struct PolarAsSenderTests {
    private static let textSecrets = [
        "polar_whs_Ab3dEf6hIj9lMn2pQr5tUv8xYz1BcD4fGh7Jk2AKXzE", "whsec_Ab3dEf6hIj9lMn2pQr5tUv8xYz1BcD4fGh7Jk2AKXzE",
    ]

    @Test(
        arguments: [(textSecrets[0], .text), (textSecrets[1], .text), (Workspace.secret, .base64)]
            as [(String, PolarPeer.Scheme)]
    )
    func `stores and delivers all sample events`(secret: String, scheme: PolarPeer.Scheme) async throws {
        let workspace = try Workspace()
        let receiver = try await RunningReceiver(in: workspace, environment: ["POLAR_WEBHOOK_SECRET": secret])
        let samples = try SampleEvent.types.map { try #require(SampleEvent(type: $0, timestamp: Date())) }
        let messages = samples.map { sample in
            PolarPeer.Message(
                secret: secret,
                scheme: scheme,
                id: "id-of-\(sample.type.replacing(".", with: "-"))",
                body: Data(sample.body),
                url: receiver.url
            )
        }
        let verdicts = try await PolarPeer.send(messages)
        try #require(verdicts.count == 42)
        for (sample, verdict) in zip(samples, verdicts) {
            #expect(verdict.status == 202, "\(sample.type)")
            #expect(verdict.answer == #"{"result":"accepted"}"#, "\(sample.type)")
            #expect(verdict.sdk == "accepted", "\(sample.type)")
        }
        let again = try await PolarPeer.send(messages)
        #expect(again.allSatisfy { $0.answer == #"{"result":"duplicate"}"# })

        for message in messages { #expect(await receiver.hasDelivered(message.id)) }
        #expect(await receiver.stop() == 0)
        let stored = try await workspace.storedMessages()
        #expect(stored.count == 42)
        let bodies = try await workspace.storedBodies()
        #expect(bodies.count == 42)
        for message in messages { #expect(bodies[message.id] == Array(message.body)) }
        #expect(stored.allSatisfy { $0.deliveries.map(\.state) == [.succeeded] })
    }

    @Test func `stores whatever is signed, known or not`() async throws {
        let workspace = try Workspace()
        let receiver = try await RunningReceiver(in: workspace)
        let bodies = [
            #"{"type":"order.shipped","timestamp":"2026-11-23T10:00:00Z","data":{"id":"1"}}"#, "[1,2]", "not JSON",
            "{}",
            #"{"content": "", "embeds": [{"title": "New order", "color": 25343}]}"#, #"{"type":"order.paid","data":7}"#,
        ]
        let messages = bodies.enumerated().map { index, body in
            PolarPeer.Message(
                secret: Workspace.secret,
                scheme: .base64,
                id: "odd-\(index)",
                body: Data(body.utf8),
                url: receiver.url
            )
        }
        let verdicts = try await PolarPeer.send(messages)
        #expect(verdicts.map(\.status) == bodies.map { _ in 202 })
        for message in messages { #expect(await receiver.hasDelivered(message.id)) }
        #expect(await receiver.stop() == 0)
        let stored = try await workspace.storedBodies()
        for message in messages { #expect(stored[message.id] == Array(message.body)) }
    }

    @Test func `refuses what another secret signed, and says so`() async throws {
        let workspace = try Workspace()
        let receiver = try await RunningReceiver(in: workspace)
        let message = PolarPeer.Message(
            secret: Self.textSecrets[0],
            scheme: .text,
            id: "m",
            body: Data("{}".utf8),
            url: receiver.url
        )
        let verdict = try #require(try await PolarPeer.send([message]).first)
        #expect(verdict.status == 403)
        #expect(verdict.answer == #"{"error":"signature_mismatch"}"#)
        #expect(await receiver.child.output.first { $0.contains("signature_mismatch") } != nil)
        #expect(await receiver.stop() == 0)
        #expect(try await workspace.storedMessages().isEmpty)
    }
}
