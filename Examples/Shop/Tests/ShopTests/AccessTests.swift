import Foundation
import PolarReceiverTesting
import Testing

@testable import Shop

@Suite(.timeLimit(.minutes(5)))
struct AccessTests {
    private struct NoSuchSample: Error {}

    private let folder: TemporaryFolder
    private let table: AccessTable

    init() throws {
        folder = try TemporaryFolder()
        table = AccessTable(path: folder.path("access.db"))
    }

    /// A moment in the life of a customer.
    private func moment(_ number: Double) -> Date { Date(timeIntervalSince1970: 1_795_428_000 + number) }

    private func order(at number: Double) -> WebhookEvent {
        .sample(.orderPaid, timestamp: moment(number)) { order in
            order.customerID = "ada"
            order.productID = "course"
        }
    }

    private func end(at number: Double) -> WebhookEvent {
        .sample(.subscriptionRevoked, timestamp: moment(number)) { subscription in
            subscription.customerID = "ada"
            subscription.productID = "course"
        }
    }

    private func grant(
        _ kind: EventKind<Polar.BenefitGrantWebhook>,
        isGranted: Bool,
        at number: Double
    ) throws -> WebhookEvent {
        let sample = WebhookEvent.sample(.benefitGrantCreated).payload
        guard case .billing(.benefitGrant(.created(.licenseKeys(var keys)))) = sample else { throw NoSuchSample() }
        keys.customerID = "ada"
        keys.benefitID = "chat"
        keys.isGranted = isGranted
        return .sample(kind, timestamp: moment(number)) { $0 = .licenseKeys(keys) }
    }

    /// Sends events in this order, and waits until all of them are handled.
    private func handle(_ events: WebhookEvent...) async throws {
        try await TestReceiver.run(Access(table: table)) { receiver in
            for event in events {
                let message = try await receiver.send(event)
                try await receiver.wait(for: message, in: .succeeded)
            }
        }
    }

    @Test func `gives access to what an order paid for`() async throws {
        try await handle(order(at: 1))
        #expect(try await table.items(of: "ada") == ["product:course"])
    }

    @Test func `takes it back when the subscription has ended`() async throws {
        try await handle(order(at: 1), end(at: 2))
        #expect(try await table.items(of: "ada") == [])
    }

    @Test func `does not let an order that comes late undo the end of the subscription`() async throws {
        try await handle(end(at: 2), order(at: 1))
        #expect(try await table.items(of: "ada") == [])
    }

    @Test func `gives access again to who comes back`() async throws {
        try await handle(order(at: 1), end(at: 2), order(at: 3))
        #expect(try await table.items(of: "ada") == ["product:course"])
    }

    @Test func `needs no product in an order`() async throws {
        try await handle(.sample(.orderPaid) { order in order.productID = nil })
    }

    @Test func `follows the grants of a benefit, in whatever order they arrive`() async throws {
        try await handle(grant(.benefitGrantCreated, isGranted: true, at: 1))
        #expect(try await table.items(of: "ada") == ["benefit:chat"])
        try await handle(grant(.benefitGrantRevoked, isGranted: false, at: 3))
        #expect(try await table.items(of: "ada") == [])
        try await handle(grant(.benefitGrantUpdated, isGranted: true, at: 2))
        #expect(try await table.items(of: "ada") == [])
    }

    @Test func `makes the change of a delivery once`() async throws {
        let change = AccessChange(customer: "ada", item: .benefit("chat"), isGranted: true, moment: moment(1))
        #expect(try await table.apply(change, key: "m1/access") == .applied)
        #expect(try await table.apply(change, key: "m1/access") == .repeated)
        #expect(try await table.apply(change, key: "m2/access") == .applied)
        #expect(try await table.items(of: "ada") == ["benefit:chat"])
    }

    @Test func `knows after a restart what it did before`() async throws {
        let event = order(at: 1)
        try await handle(event)
        try await handle(event, end(at: 2), event)
        #expect(try await table.items(of: "ada") == [])
    }

    @Test func `does not start without its file`() async throws {
        let module = Access(table: AccessTable(path: "/dev/null/access.db"))
        await #expect(throws: HandlerStartError.self) {
            try await TestReceiver.run(module) { _ in }
        }
    }
}
