import Foundation
import Logging
import PolarReceiverTesting
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

// The examples of TestAHandler.md, to the letter, and what they use; ArticleTests compares them.

protocol Warehouse: Sendable {
    func ship(order: String, key: String) async throws
}

struct WarehouseClosed: Error, CustomStringConvertible {
    let description = "the warehouse is closed"
}

struct Fulfilment: HandlerModule {
    let id: HandlerID = "fulfilment"
    let warehouse: any Warehouse

    func register(on events: inout EventRegistrar) {
        events.on(.orderPaid) { order, delivery in
            guard order.totalAmount > 0 else { throw HandlerError.permanent("free orders need no parcel") }
            try await warehouse.ship(order: order.id, key: delivery.idempotencyKey)
            delivery.logger.info("Shipped")
        }
    }
}

struct SlowModule: HandlerModule {
    let id: HandlerID = "slow"

    func register(on events: inout EventRegistrar) {
        events.on(.orderPaid) { _, _ in try await Task.sleep(for: .seconds(3_600)) }
    }
}

actor FakeWarehouse: Warehouse {
    private(set) var parcels: [String] = []
    private(set) var calls = 0
    private var failures: Int

    init(failures: Int = 0) {
        self.failures = failures
    }

    func ship(order: String, key: String) throws {
        calls += 1
        guard calls > failures else { throw WarehouseClosed() }
        if !parcels.contains(key) { parcels.append(key) }
    }
}

@Test func `ships a paid order once`() async throws {
    let warehouse = FakeWarehouse()
    try await TestReceiver.run(Fulfilment(warehouse: warehouse)) { receiver in
        let paid = WebhookEvent.sample(.orderPaid)
        let message = try await receiver.send(paid)
        try await receiver.wait(for: message, in: .succeeded)
        #expect(try await receiver.send(paid).outcome == .duplicate)
    }
    #expect(await warehouse.parcels.count == 1)
}

@Test func `does not ship a free order`() async throws {
    let warehouse = FakeWarehouse()
    try await TestReceiver.run(Fulfilment(warehouse: warehouse)) { receiver in
        let message = try await receiver.send(.sample(.orderPaid) { order in order.totalAmount = 0 })
        let dead = try await receiver.wait(for: message, in: .dead)
        #expect(dead.map(\.lastError) == ["free orders need no parcel"])
    }
    #expect(await warehouse.parcels.isEmpty)
}

@Test func `tries again until the warehouse opens`() async throws {
    let warehouse = FakeWarehouse(failures: 2)
    try await TestReceiver.run(Fulfilment(warehouse: warehouse)) { receiver in
        let message = try await receiver.send(.sample(.orderPaid))
        try await receiver.settle()
        let delivery = try await receiver.delivery(of: message)
        #expect(delivery.state == .succeeded)
        #expect(delivery.attempt == 3)
        #expect(delivery.failures.map(\.error) == ["the warehouse is closed", "the warehouse is closed"])
    }
    #expect(await warehouse.parcels.count == 1)
}

@Test func `tries again after five seconds, then after ten`() async throws {
    let warehouse = FakeWarehouse(failures: .max)
    try await TestReceiver.run(Fulfilment(warehouse: warehouse)) { receiver in
        try await receiver.send(.sample(.orderPaid))
        try await receiver.advance(by: .seconds(4))
        #expect(await warehouse.calls == 1)
        try await receiver.advance(by: .seconds(1))
        #expect(await warehouse.calls == 2)
        try await receiver.advance(by: .seconds(10))
        #expect(await warehouse.calls == 3)
    }
}

@Test func `counts an attempt that takes too long as failed`() async throws {
    try await TestReceiver.run(SlowModule()) { receiver in
        let message = try await receiver.send(.sample(.orderPaid))
        await receiver.clock.waitForSleeper(in: .seconds(60)...(.seconds(60)))
        receiver.clock.advance(by: .seconds(60))
        try await receiver.wait(for: message, in: .pending)
    }
}

@Test func `ships after a replay`() async throws {
    let warehouse = FakeWarehouse(failures: 20)
    try await TestReceiver.run(Fulfilment(warehouse: warehouse)) { receiver in
        let message = try await receiver.send(.sample(.orderPaid, id: "m1"))
        try await receiver.settle()
        #expect(try await receiver.deadLetters().count == 1)
        try await receiver.replay(message)
        try await receiver.wait(for: message, in: .succeeded)
        try await receiver.replay(message, asNew: true)
        try await receiver.wait(for: message, in: .succeeded)
    }
    #expect(await warehouse.parcels == ["m1/fulfilment", "m1/fulfilment/1"])
}

@Test(arguments: TestReceiver.Transport.allCases)
func `logs what it ships`(transport: TestReceiver.Transport) async throws {
    try await TestReceiver.run(Fulfilment(warehouse: FakeWarehouse()), over: transport) { receiver in
        let message = try await receiver.send(.sample(.orderPaid))
        try await receiver.wait(for: message, in: .succeeded)
        #expect(receiver.log.contains { $0.message == "Shipped" && $0.metadata["webhook.id"] == message.id })
    }
}

func post(_ event: WebhookEvent, to url: URL, secret: String) async throws -> Int? {
    let signed = try SignedRequest(event, secret: secret)
    var request = URLRequest(url: url)
    request.httpMethod = "POST"
    request.allHTTPHeaderFields = signed.headers
    request.httpBody = Data(signed.body)
    let (_, answer) = try await URLSession.shared.data(for: request)
    return (answer as? HTTPURLResponse)?.statusCode
}
