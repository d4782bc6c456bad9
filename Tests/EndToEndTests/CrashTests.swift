import EventStore
import Foundation
import PolarReceiverTesting
import Testing

/// Nothing that was answered with 202 is lost, whenever the process dies.
struct CrashTests {
    @Test(arguments: 1...3) func `keeps and delivers every accepted message after kill -9`(round: Int) async throws {
        let workspace = try Workspace()
        let receiver = try await RunningReceiver(in: workspace)
        let sample = try #require(SampleEvent(type: "order.paid", timestamp: Date()))
        let messages = (0..<300).map { index in
            PolarPeer.Message(
                secret: Workspace.secret,
                scheme: .base64,
                id: "crash-\(index)",
                body: Data(sample.body),
                url: receiver.url
            )
        }
        async let sent = PolarPeer.accepted(messages)
        // Somewhere in the middle, at another place each round.
        #expect(await receiver.hasDelivered("crash-\(round * 40)"))
        receiver.child.signal(SIGKILL)
        let accepted = try await sent
        #expect(accepted.count >= round * 40)

        let delivered = try await workspace.deliveredAfterRestart()
        #expect(delivered.isSuperset(of: accepted))
    }

    @Test func `takes up where it was right after the first answer`() async throws {
        let workspace = try Workspace()
        let receiver = try await RunningReceiver(in: workspace)
        let sent = try await workspace.run(
            ["send", "--url", receiver.url, "--id", "only-one"],
            environment: ["POLAR_WEBHOOK_SECRET": Workspace.secret]
        )
        receiver.child.signal(SIGKILL)
        #expect(sent.status == 0)
        #expect(sent.output == [#"order.paid only-one -> 202 {"result":"accepted"}"#])
        #expect(await receiver.child.exitStatus() == SIGKILL)
        #expect(try await workspace.deliveredAfterRestart() == ["only-one"])
    }
}

extension PolarPeer {
    /// The ids of the messages that were answered with 202 before the receiver was gone.
    fileprivate static func accepted(_ messages: [Message]) async throws -> Set<String> {
        let verdicts = try await send(messages)
        return Set(zip(messages, verdicts).filter { $1.status == 202 }.map(\.0.id))
    }
}

extension Workspace {
    /// Starts a receiver, waits until it has delivered what its predecessor left, stops it, and returns what is delivered.
    fileprivate func deliveredAfterRestart() async throws -> Set<String> {
        let left = try await storedMessages().filter { $0.deliveries.map(\.state) != [.succeeded] }
        let receiver = try await RunningReceiver(in: self)
        for record in left { #expect(await receiver.hasDelivered(record.message.webhookID)) }
        #expect(await receiver.stop() == 0)
        let delivered = try await storedMessages().filter { $0.deliveries.map(\.state) == [.succeeded] }
        return Set(delivered.map(\.message.webhookID))
    }
}
