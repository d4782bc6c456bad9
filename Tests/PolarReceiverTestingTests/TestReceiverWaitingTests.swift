import Foundation
import PolarReceiverTesting
import Testing

@Suite(.timeLimit(.minutes(6)))
struct TestReceiverWaitingTests {
    private let start = ManualClock().now

    @Test func `attempts again at the longest delays of the policy, each at its moment`() async throws {
        let clock = ManualClock()
        let moments = Shared<[TimeInterval]>([])
        let probe = ProbeModule { [start] _, _ in
            moments.change { $0.append(clock.now.timeIntervalSince(start)) }
            throw TestFailure()
        }
        try await TestReceiver.run(probe, clock: clock) { receiver in
            let message = try await receiver.send(.sample(.orderPaid, id: "a"))
            try await receiver.settle()
            let delivery = try await receiver.delivery(of: message)
            #expect(delivery.state == .dead)
            #expect(delivery.attempt == 4)
            #expect(delivery.failures.map(\.attempt) == [1, 2, 3, 4])
            #expect(delivery.failures.map { $0.startedAt.timeIntervalSince(start) } == [0, 10, 30, 70])
        }
        #expect(moments.value == [0, 10, 30, 70])
    }

    @Test func `attempts what comes due on the way when time passes`() async throws {
        let probe = ProbeModule { _, _ in throw TestFailure() }
        try await TestReceiver.run(probe) { receiver in
            let message = try await receiver.send(.sample(.orderPaid, id: "a"))
            try await receiver.advance(by: .milliseconds(9_999))
            #expect(probe.attempts.count == 1)
            try await receiver.advance(by: .milliseconds(1))
            #expect(probe.attempts.count == 2)
            try await receiver.advance(by: .seconds(59))
            #expect(probe.attempts.count == 3)
            let delivery = try await receiver.delivery(of: message)
            #expect(delivery.nextAttemptAt == start.addingTimeInterval(70))
            #expect(receiver.clock.now == start.addingTimeInterval(69))
            try await receiver.advance(by: .seconds(3_600))
            #expect(probe.attempts == ["a#1", "a#2", "a#3", "a#4"])
            #expect(receiver.clock.now == start.addingTimeInterval(3_669))
        }
    }

    @Test func `does not miss a due date by a rounding`() async throws {
        let policy = RetryPolicy(maximumAttempts: 2, baseDelay: .seconds(1))
        let probe = ProbeModule(retryPolicy: policy) { _, _ in throw TestFailure() }
        try await TestReceiver.run(probe) { receiver in
            try await receiver.send(.sample(.orderPaid))
            // Added to the clock's start one by one, they come out a tenth of a microsecond below one second.
            for part in [2, 4, 994] { try await receiver.advance(by: .milliseconds(part)) }
            #expect(probe.attempts.count == 2)
        }
    }

    @Test func `attempts again after the delay that a handler asks for`() async throws {
        let probe = ProbeModule { _, delivery in
            if delivery.attempt == 1 { throw HandlerError.retry(after: .seconds(7_200), "busy") }
        }
        try await TestReceiver.run(probe) { receiver in
            let message = try await receiver.send(.sample(.orderPaid))
            let waiting = try await receiver.wait(for: message, in: .pending)
            #expect(waiting.map(\.nextAttemptAt) == [start.addingTimeInterval(7_200)])
            #expect(waiting.map(\.lastError) == ["busy"])
            try await receiver.advance(by: .seconds(7_200))
            #expect(try await receiver.delivery(of: message).state == .succeeded)
        }
    }

    @Test func `attempts again at once where the delay is zero`() async throws {
        let policy = RetryPolicy(maximumAttempts: 50, baseDelay: .zero)
        let probe = ProbeModule(retryPolicy: policy) { _, _ in throw TestFailure() }
        try await TestReceiver.run(probe) { receiver in
            let message = try await receiver.send(.sample(.orderPaid))
            try await receiver.wait(for: message, in: .dead)
            #expect(receiver.clock.now == start)
        }
        #expect(probe.attempts.count == 50)
    }

    @Test func `gives up at once on a permanent error`() async throws {
        let probe = ProbeModule { _, _ in throw HandlerError.permanent("no such product") }
        try await TestReceiver.run(probe) { receiver in
            let message = try await receiver.send(.sample(.orderPaid))
            let dead = try await receiver.wait(for: message, in: .dead)
            #expect(dead.map(\.lastError) == ["no such product"])
            #expect(dead.map(\.attempt) == [1])
        }
    }

    @Test func `keeps the order of one subject, and no other`() async throws {
        let probe = ProbeModule { event, delivery in
            if event.id == "first", delivery.attempt == 1 { throw TestFailure() }
        }
        try await TestReceiver.run(probe) { receiver in
            let first = try await receiver.send(.sample(.subscriptionActive, id: "first"))
            try await receiver.wait(for: first, in: .pending)
            let second = try await receiver.send(.sample(.orderPaid, id: "second"))
            #expect(try await receiver.wait(for: second, in: .pending).map(\.isBlocked) == [true])
            let other = try await receiver.send(.sample(.orderPaid, id: "other") { $0.customerID = "c2" })
            try await receiver.wait(for: other, in: .succeeded)
            try await receiver.settle()
        }
        #expect(probe.attempts == ["first#1", "other#1", "first#2", "second#1"])
    }

    @Test func `lets the next event pass one that fails for too long`() async throws {
        let clock = ManualClock()
        let passed = Shared<TimeInterval?>(nil)
        let policy = RetryPolicy(maximumAttempts: 3, baseDelay: .seconds(3_600))
        let probe = ProbeModule(retryPolicy: policy) { [start] event, _ in
            guard event.id == "second" else { throw TestFailure() }
            passed.change { $0 = clock.now.timeIntervalSince(start) }
        }
        try await TestReceiver.run(probe, clock: clock) { receiver in
            try await receiver.send(.sample(.orderPaid, id: "first"))
            try await receiver.send(.sample(.orderUpdated, id: "second"))
            #expect(try await receiver.settle().map(\.state) == [.dead, .succeeded])
        }
        #expect(passed.value == 900)
    }

    @Test func `leaves out a stale event where the module says so`() async throws {
        let probe = ProbeModule(staleEvents: .skip)
        try await TestReceiver.run(probe) { receiver in
            let new = try await receiver.send(.sample(.orderUpdated, timestamp: start + 60))
            try await receiver.wait(for: new, in: .succeeded)
            let old = try await receiver.send(.sample(.orderPaid, timestamp: start))
            try await receiver.wait(for: old, in: .superseded)
        }
        #expect(probe.attempts.count == 1)
    }

    @Test func `lets a running handler exceed its time-out when the clock itself is moved`() async throws {
        let probe = ProbeModule { _, delivery in
            if delivery.attempt == 1 { try await Task.sleep(for: .seconds(3_600)) }
        }
        try await TestReceiver.run(probe) { receiver in
            let message = try await receiver.send(.sample(.orderPaid))
            await receiver.clock.waitForSleeper(in: .seconds(60)...(.seconds(60)))
            receiver.clock.advance(by: .seconds(60))
            let delivery = try await receiver.wait(for: message, in: .pending)
            #expect(delivery.map(\.lastError) == ["The handler exceeded its time-out of 60.0 seconds"])
            #expect(try await receiver.settle().map(\.state) == [.succeeded])
        }
    }

    // MARK: What never comes

    @Test func `fails at once when nothing is left that could bring the state`() async throws {
        let probe = ProbeModule { _, _ in throw TestFailure() }
        let error = try await #require(throws: TestReceiverError.self) {
            try await TestReceiver.run(probe) { receiver in
                let message = try await receiver.send(.sample(.orderPaid, id: "a"))
                try await receiver.wait(for: message, in: .succeeded)
            }
        }
        #expect(
            error.description == "Waited for the message a to be succeeded, but nothing runs and nothing is due: "
                + "a to probe is pending, attempt 1, due at 2026-11-23T10:00:10.000000Z, last error: out of order"
        )
    }

    @Test func `fails at once when no handler takes the message`() async throws {
        let error = try await #require(throws: TestReceiverError.self) {
            try await TestReceiver.run(HookModule(id: "hook")) { receiver in
                let message = try await receiver.send(.sample(.orderCreated, id: "a"))
                try await receiver.wait(for: message, to: "hook", in: .succeeded)
            }
        }
        #expect(error.description.hasPrefix("Waited for the message a to hook to be succeeded"))
        #expect(error.description.hasSuffix("no handler takes it"))
    }

    @Test func `fails when the patience is over and a handler still runs`() async throws {
        let probe = ProbeModule { _, _ in try await Task.sleep(for: .seconds(3_600)) }
        for wait in [Wait.state, .settle, .advance] {
            let error = try await #require(throws: TestReceiverError.self) {
                try await TestReceiver.run(probe, patience: .milliseconds(5)) { receiver in
                    let message = try await receiver.send(.sample(.orderPaid, id: "a"))
                    try await wait.perform(receiver, message)
                }
            }
            #expect(error.description.hasPrefix("Waited 0.005 seconds for "))
            #expect(error.description.contains("a to probe is "))
        }
    }

    @Test func `fails when deliveries fail for ever`() async throws {
        let policy = RetryPolicy(maximumAttempts: .max, baseDelay: .seconds(1), maximumDelay: .seconds(1))
        let probe = ProbeModule(retryPolicy: policy) { _, _ in throw TestFailure() }
        let error = try await #require(throws: TestReceiverError.self) {
            try await TestReceiver.run(probe, patience: .milliseconds(50)) { receiver in
                try await receiver.send(.sample(.orderPaid))
                try await receiver.settle()
            }
        }
        #expect(error.description.hasPrefix("Waited 0.05 seconds for every handler to be done: "))
    }

    @Test func `ends with its task`() async throws {
        let probe = ProbeModule { _, _ in try await Task.sleep(for: .seconds(3_600)) }
        let task = Task {
            try await TestReceiver.run(probe) { receiver in
                let message = try await receiver.send(.sample(.orderPaid))
                try await receiver.wait(for: message, in: .running)
                withUnsafeCurrentTask { $0?.cancel() }
                try await receiver.wait(for: message, in: .succeeded)
            }
        }
        await #expect(throws: (any Error).self) { try await task.value }
    }

    private enum Wait {
        case state, settle, advance

        func perform(_ receiver: TestReceiver, _ message: TestReceiver.Message) async throws {
            switch self {
            case .state: try await receiver.wait(for: message, in: .succeeded)
            case .settle: try await receiver.settle()
            case .advance: try await receiver.advance(by: .seconds(1))
            }
        }
    }
}
