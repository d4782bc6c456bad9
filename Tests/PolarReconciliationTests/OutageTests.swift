import EventStore
import Foundation
import PolarAPI
import PolarReceiver
import PolarReceiverTesting
import PolarReconciliation
import PolarSimulator
import Synchronization
import Testing

/// A receiver that was away for hours, so that Polar disabled its endpoint and made no events for a while.
struct OutageTests {
    /// Notes what it handles.
    private final class Shop: HandlerModule {
        let id: HandlerID = "shop"
        let ordering = Ordering.none
        private let handled = Mutex<[String]>([])

        var ids: [String] { handled.withLock { $0 } }

        func register(on events: inout EventRegistrar) {
            events.onAny { [self] event, _ in handled.withLock { $0.append(event.id) } }
        }
    }

    @Test func `misses nothing after an outage in which Polar has disabled the endpoint`() async throws {
        let shop = Shop()
        let bench = try PolarBench([shop])
        try await bench.run {
            async let receiving: Void = bench.receiver.run()
            for number in 0..<5 { bench.setState(of: number, benefits: 0) }
            for number in 0..<5 { bench.emitState(of: number, benefits: 0) }
            _ = try await bench.emit(orders: 0..<20)
            _ = try await bench.reconcile()
            // Twelve events fail, of which Polar disables the endpoint at the tenth.
            let failed = try await bench.emitRefused(orders: 20..<32)
            #expect(bench.polar.endpoints[0].isEnabled == false)
            // What happens now is an event for nobody.
            #expect(try await bench.emit(orders: 32..<40).isEmpty)
            bench.setState(of: 1, benefits: 1)
            bench.setState(of: 3, benefits: 2)

            let trial = try await bench.reconcile { $0.isDryRun = true }
            #expect(trial.endpoint.isEnabled == false)
            #expect(trial.count(.found) == failed.count)
            #expect(trial.changedStates.count == 2)

            let outcome = try await bench.reconcile { $0.enables = true }
            #expect(outcome.wasEnabled)
            #expect(outcome.disabledSince != nil)
            #expect(outcome.states == 5)
            #expect(outcome.changedStates == [PolarBench.customer(1), PolarBench.customer(3)])
            #expect(bench.polar.endpoints[0].isEnabled)
            _ = try await bench.emit(orders: 40..<45)

            let inbox = try await bench.inbox()
            let synthetic = inbox.values.filter { $0.message.origin == .synthetic }
            #expect(synthetic.count == 2)
            #expect(synthetic.allSatisfy { $0.message.type == "customer.state_changed" })
            let genuine = Set(inbox.keys).subtracting(synthetic.map(\.message.webhookID))
            #expect(genuine == Set(bench.polar.events.map(\.id)))
            try await bench.handled()
            #expect(Set(shop.ids) == Set(inbox.keys))
            #expect(shop.ids.count == inbox.count)

            let again = try await bench.reconcile()
            #expect(again.holes.isEmpty)
            #expect(again.states == 0)
            bench.receiver.stop(grace: .seconds(1))
            await receiving
        }
    }

    @Test func `a state that is read gives the newest event a handler has`() async throws {
        let bench = try PolarBench()
        try await bench.run {
            bench.setState(of: 1, benefits: 1)
            let before = Date()
            let outcome = try await bench.reconcile { $0.states = .all }
            #expect(outcome.changedStates == [PolarBench.customer(1)])
            let record = try #require(try await bench.inbox().values.first)
            #expect(record.message.subject == "customer:\(PolarBench.customer(1))")
            let timestamp = try #require(record.message.timestamp)
            #expect(timestamp.timeIntervalSince(before) > -0.01)
            // The inbox knows it now.
            #expect(try await bench.reconcile { $0.states = .all }.changedStates.isEmpty)
        }
    }
}

extension PolarBench {
    static func customer(_ number: Int) -> String { "00000000-0000-4000-8000-00000000000\(number)" }

    func setState(of number: Int, benefits: Int) {
        polar.setCustomer(Self.customer(number), state: Self.state(number, benefits: benefits))
    }

    func emitState(of number: Int, benefits: Int) {
        polar.emit(body: Self.body("customer.state_changed", Self.state(number, benefits: benefits)))
    }

    /// Waits until every delivery is done.
    func handled() async throws {
        while try await store.summary().counts.values.contains(where: { !$0.isEmpty }) {
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    private static func state(_ number: Int, benefits: Int) -> String {
        let grants = (0..<benefits).map { index in
            """
            {"id":"10000000-0000-4000-8000-00000000000\(index)","created_at":"2026-11-01T10:00:00Z","modified_at":null,\
            "granted_at":"2026-11-01T10:00:00Z","benefit_id":"20000000-0000-4000-8000-00000000000\(index)",\
            "benefit_type":"custom","benefit_metadata":{},"properties":{}}
            """
        }
        return """
            {"id":"\(customer(number))","created_at":"2026-11-01T10:00:00Z","modified_at":null,"metadata":{},\
            "external_id":null,"email":"a@example.com","email_verified":true,"type":"individual","name":null,\
            "billing_address":null,"tax_id":null,"organization_id":"30000000-0000-4000-8000-000000000000",\
            "deleted_at":null,"avatar_url":"https://example.com/a.png","active_subscriptions":[],\
            "granted_benefits":[\(grants.joined(separator: ","))],"active_meters":[]}
            """
    }
}
