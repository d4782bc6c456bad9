import Foundation
import Logging
import PolarReceiverTesting
import Testing

@Suite(.timeLimit(.minutes(6)))
struct TestReceiverTests {
    @Test(arguments: TestReceiver.Transport.allCases)
    func `accepts, delivers, retries and gives up`(transport: TestReceiver.Transport) async throws {
        let probe = ProbeModule { event, _ in if event.type == .orderPaid { throw TestFailure() } }
        try await TestReceiver.run(probe, over: transport) { receiver in
            let good = try await receiver.send(.sample(.orderCreated, id: "good"))
            #expect(good.id == "good")
            #expect(good.outcome == .accepted)
            try await receiver.wait(for: good, in: .succeeded)
            let bad = try await receiver.send(.sample(.orderPaid, id: "bad"))
            let states = try await receiver.settle()
            #expect(states.map(\.state) == [.succeeded, .dead])
            #expect(try await receiver.deadLetters().map(\.webhookID) == ["bad"])
            #expect(try await receiver.delivery(of: bad).lastError == "out of order")
        }
        #expect(probe.attempts == ["good#1", "bad#1", "bad#2", "bad#3", "bad#4"])
    }

    @Test(arguments: TestReceiver.Transport.allCases)
    func `takes a message once`(transport: TestReceiver.Transport) async throws {
        let probe = ProbeModule()
        try await TestReceiver.run(probe, over: transport) { receiver in
            let event = WebhookEvent.sample(.orderPaid, id: "a")
            try await receiver.send(event)
            try await receiver.settle()
            #expect(try await receiver.send(event).outcome == .duplicate)
            try await receiver.settle()
        }
        #expect(probe.attempts == ["a#1"])
    }

    @Test(arguments: TestReceiver.Transport.allCases)
    func `lets a redelivery revive what is dead`(transport: TestReceiver.Transport) async throws {
        let isOpen = Shared(false)
        let shop = ProbeModule("shop") { _, _ in if !isOpen.value { throw HandlerError.permanent("closed") } }
        let mail = ProbeModule("mail")
        try await TestReceiver.run(shop, mail, over: transport) { receiver in
            let event = WebhookEvent.sample(.orderPaid, id: "a")
            let message = try await receiver.send(event)
            try await receiver.wait(for: message, to: "shop", in: .dead)
            try await receiver.wait(for: message, to: "mail", in: .succeeded)
            isOpen.change { $0 = true }
            #expect(try await receiver.send(event).outcome == .retrying(["shop"]))
            try await receiver.wait(for: message, in: .succeeded)
            let delivery = try await receiver.delivery(of: message, to: "shop")
            #expect(delivery.attempt == 1)
            #expect(delivery.failures.map(\.error) == ["closed"])
        }
        #expect(shop.attempts == ["a#1", "a#1"])
        #expect(mail.attempts == ["a#1"])
        #expect(Set(shop.deliveries.map(\.idempotencyKey)) == ["a/shop"])
    }

    @Test(arguments: TestReceiver.Transport.allCases)
    func `fails the test when a message is refused`(transport: TestReceiver.Transport) async throws {
        let body = [UInt8](repeating: UInt8(ascii: " "), count: 17 << 20)
        let error = try await #require(throws: TestReceiverError.self) {
            try await TestReceiver.run(ProbeModule(), over: transport) { receiver in
                _ = try await receiver.send(WebhookEvent(id: "large", body: body))
            }
        }
        #expect(error.description == #"The receiver refused the message "large": 413 {"error":"body_too_large"}"#)
    }

    /// The receiver verifies the longer ones of them on a queue of its own.
    @Test(arguments: TestReceiver.Transport.allCases, [1, 100_000, 200_000])
    func `hands over any bytes as they are`(transport: TestReceiver.Transport, length: Int) async throws {
        let probe = ProbeModule()
        let body = Array(#"{"type":"order.shipped","data":{"id":"\#(String(repeating: "ü", count: length))"}}"#.utf8)
        try await TestReceiver.run(probe, over: transport) { receiver in
            let message = try await receiver.send(WebhookEvent(id: "a", body: body))
            try await receiver.wait(for: message, in: .succeeded)
        }
        #expect(probe.deliveries.map(\.body) == [body])
    }

    @Test func `returns what the body returns, and throws what it throws`() async throws {
        #expect(try await TestReceiver.run(ProbeModule()) { _ in 7 } == 7)
        await #expect(throws: TestFailure.self) {
            try await TestReceiver.run(ProbeModule()) { _ in throw TestFailure() }
        }
    }

    @Test func `tells of two modules with one id`() async throws {
        await #expect(throws: RegistrationError.duplicateHandler("probe")) {
            try await TestReceiver.run(ProbeModule(), ProbeModule()) { _ in }
        }
    }

    @Test func `records what the receiver and its handlers log`() async throws {
        let probe = ProbeModule { _, delivery in delivery.logger.notice("Shipped", metadata: ["parcel": "7"]) }
        try await TestReceiver.run(probe) { receiver in
            let message = try await receiver.send(.sample(.orderPaid, id: "a"))
            try await receiver.wait(for: message, in: .succeeded)
            let line = try #require(receiver.log.first { $0.message == "Shipped" })
            #expect(line.level == .notice)
            #expect(line.metadata["parcel"] == "7")
            #expect(line.metadata["webhook.id"] == "a")
            #expect(line.description.hasPrefix("notice Shipped delivery.attempt=1 handler.id=probe parcel=7"))
            #expect(receiver.log.contains { $0.message == "Delivered" })
        }
    }

    @Test func `shares nothing with receivers that run at the same time`() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<20 {
                group.addTask {
                    let probe = ProbeModule { _, delivery in if delivery.attempt < 3 { throw TestFailure() } }
                    try await TestReceiver.run([probe]) { receiver in
                        try await receiver.send(.sample(.orderPaid, id: "\(index)"))
                        #expect(try await receiver.settle().map(\.state) == [.succeeded])
                    }
                    #expect(probe.attempts == ["\(index)#1", "\(index)#2", "\(index)#3"])
                }
            }
            try await group.waitForAll()
        }
    }

    // MARK: Hooks

    @Test(arguments: TestReceiver.Transport.allCases)
    func `does not run with a module that cannot start`(transport: TestReceiver.Transport) async throws {
        let events = Shared<[String]>([])
        let good = HookModule(id: "good") {
            events.change { $0.append("started") }
        } onStop: {
            events.change { $0.append("stopped") }
        }
        let bad = HookModule(id: "bad") { throw TestFailure() }
        let error = try await #require(throws: HandlerStartError.self) {
            try await TestReceiver.run(good, bad, over: transport) { _ in events.change { $0.append("ran") } }
        }
        #expect(error.handler == "bad")
        #expect(error.cause is TestFailure)
        #expect(events.value == ["started", "stopped"])
    }

    @Test func `starts modules before the body and stops them after it, also when it fails`() async throws {
        let events = Shared<[String]>([])
        let module = HookModule(id: "hook") {
            events.change { $0.append("started") }
        } onStop: {
            events.change { $0.append("stopped") }
        }
        try await TestReceiver.run(module) { _ in events.change { $0.append("ran") } }
        #expect(events.value == ["started", "ran", "stopped"])
        await #expect(throws: TestFailure.self) { try await TestReceiver.run(module) { _ in throw TestFailure() } }
        #expect(events.value.last == "stopped")
        #expect(events.value.count == 5)
    }

    @Test func `fails when a stop hook does not return`() async throws {
        let (never, sink) = AsyncStream.makeStream(of: Void.self)
        let module = HookModule(id: "hook", onStop: { for await _ in never {} })
        let error = try await #require(throws: TestReceiverError.self) {
            try await TestReceiver.run(module, patience: .milliseconds(1)) { _ in }
        }
        #expect(error.description.contains("stop hook"))
        sink.finish()
    }
}
