import Foundation
import PolarReceiverTesting
import Testing

@Suite(.timeLimit(.minutes(6)))
struct TestReceiverDeliveriesTests {
    @Test func `shows the deliveries of each message to each handler`() async throws {
        let good = ProbeModule("good")
        let bad = ProbeModule("bad", retryPolicy: .never) { _, _ in throw TestFailure() }
        try await TestReceiver.run(good, bad) { receiver in
            let first = try await receiver.send(.sample(.orderPaid, id: "first"))
            let second = try await receiver.send(.sample(.orderPaid, id: "second"))
            let all = try await receiver.settle()
            #expect(all.map(\.webhookID) == ["first", "first", "second", "second"])
            #expect(try await receiver.deliveries(of: second).map(\.webhookID) == ["second", "second"])
            #expect(try await receiver.delivery(of: first, to: "good").state == .succeeded)
            #expect(try await receiver.delivery(of: first, to: "bad").failures.map(\.error) == ["out of order"])
            #expect(try await receiver.deadLetters().map(\.handler) == ["bad", "bad"])
        }
    }

    @Test func `asks for the handler where a message has several deliveries`() async throws {
        let error = try await #require(throws: TestReceiverError.self) {
            try await TestReceiver.run(ProbeModule("a"), ProbeModule("b")) { receiver in
                let message = try await receiver.send(.sample(.orderPaid))
                try await receiver.settle()
                _ = try await receiver.delivery(of: message)
            }
        }
        #expect(error.description.contains("to a is succeeded"))
        #expect(error.description.contains("to b is succeeded"))
    }

    @Test func `runs a dead letter again with the same idempotency key`() async throws {
        let isOpen = Shared(false)
        let probe = ProbeModule { _, _ in if !isOpen.value { throw HandlerError.permanent("closed") } }
        try await TestReceiver.run(probe) { receiver in
            let message = try await receiver.send(.sample(.orderPaid, id: "a"))
            try await receiver.wait(for: message, in: .dead)
            isOpen.change { $0 = true }
            #expect(try await receiver.replay(message) == 1)
            try await receiver.wait(for: message, in: .succeeded)
            #expect(try await receiver.deadLetters().isEmpty)
        }
        #expect(probe.deliveries.map(\.idempotencyKey) == ["a/probe", "a/probe"])
    }

    @Test func `runs a delivery again as a new one with another key`() async throws {
        let first = ProbeModule("first")
        let second = ProbeModule("second")
        try await TestReceiver.run(first, second) { receiver in
            let message = try await receiver.send(.sample(.orderPaid, id: "a"))
            try await receiver.settle()
            #expect(try await receiver.replay(message, to: "second", asNew: true) == 1)
            try await receiver.settle()
            #expect(try await receiver.deliveries(of: message).map(\.generation) == [0, 1])
        }
        #expect(first.deliveries.map(\.idempotencyKey) == ["a/first"])
        #expect(second.deliveries.map(\.idempotencyKey) == ["a/second", "a/second/1"])
    }

    @Test func `tells a message from one whose id begins like it`() async throws {
        try await TestReceiver.run(ProbeModule()) { receiver in
            let message = try await receiver.send(.sample(.orderPaid, id: "a"))
            try await receiver.send(.sample(.orderPaid, id: "ab"))
            try await receiver.settle()
            #expect(try await receiver.deliveries(of: message).count == 1)
            #expect(try await receiver.deliveries().count == 2)
        }
    }
}
