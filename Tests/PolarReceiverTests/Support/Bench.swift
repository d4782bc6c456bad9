import CoreMetrics
import EventStore
import Foundation
import Logging
import MetricsTestKit
import PolarReceiver
import PolarReceiverTesting
import Testing

/// A receiver with a clock and a store of the test's, without a socket.
struct Bench {
    static let secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="

    let store: any EventStore
    let clock: ManualClock
    let log = LogRecorder()
    let metrics = TestMetrics()
    let receiver: Receiver

    init(
        _ modules: [any HandlerModule],
        store: any EventStore = MemoryStore(),
        secrets: [String] = [secret],
        handlers: Set<HandlerID>? = nil,
        senders: SenderList? = nil,
        duplicates: DuplicateRule = .id,
        retention: RetentionPolicy? = nil,
        clock: ManualClock = ManualClock(),
        jitter: Double = 0.5
    ) throws {
        self.store = store
        self.clock = clock
        let endpoint = WebhookEndpoint(
            secrets: try secrets.map { try WebhookSecret($0) },
            handlers: handlers,
            senders: senders
        )
        let logger = log.logger
        receiver = try withMetricsFactory(metrics) {
            try Receiver(
                endpoints: [endpoint],
                modules: modules,
                store: store,
                duplicates: duplicates,
                retention: retention,
                clock: clock,
                logger: logger,
                jitter: { jitter }
            )
        }
    }

    /// Runs the receiver while `body` runs, then stops it.
    func run(grace: Duration = .seconds(5), _ body: () async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await receiver.run() }
            // An error cancels the receiver, which would wait for the clock that nobody moves any more.
            try await body()
            receiver.stop(grace: grace)
            try await group.waitForAll()
        }
    }

    /// Stores a message for handlers, as an endpoint would before it wakes them.
    func append(_ id: String, type: String = "order.paid", for handlers: [HandlerID] = ["test"]) async throws {
        _ = try await store.append(message(id, type: type, for: handlers))
    }

    func message(
        _ id: String,
        at endpoint: String = "polar",
        type: String = "order.paid",
        body: [UInt8]? = nil,
        digest: [UInt8]? = nil,
        for handlers: [HandlerID] = ["test"]
    ) -> NewMessage {
        NewMessage(
            endpoint: endpoint,
            webhookID: id,
            type: type,
            timestamp: nil,
            apiVersion: nil,
            subject: nil,
            headers: [],
            body: body ?? Array(#"{"type":"\#(type)","data":{"id":"1"}}"#.utf8),
            digest: digest,
            receivedAt: clock.now,
            deliveries: handlers.map { NewDelivery(handler: $0) }
        )
    }

    /// Returns the delivery of a message to a handler once it is as wanted.
    @discardableResult
    func wait(
        for id: String,
        handler: HandlerID = "test",
        _ isWanted: (MessageRecord.Delivery) -> Bool
    ) async throws -> MessageRecord.Delivery {
        var found: MessageRecord.Delivery?
        try await eventually {
            let record = try await store.messages(limit: 1_000).first { $0.message.webhookID == id }
            found = record?.deliveries.first { $0.handler == handler && isWanted($0) }
            return found != nil
        }
        return try #require(found)
    }
}

/// Returns once `condition` holds; asks again and again, and gives up after some minutes.
///
/// Far more than it takes: all tests start at once, and on a small machine each waits its turn among the others.
func eventually(_ condition: () async throws -> Bool) async throws {
    let end = ContinuousClock.now + .seconds(300)
    while try await !condition() {
        guard ContinuousClock.now < end else { throw TestFailure("it did not come about") }
        // Leaves the processor to what the condition waits for.
        try await Task.sleep(for: .milliseconds(1))
    }
}
