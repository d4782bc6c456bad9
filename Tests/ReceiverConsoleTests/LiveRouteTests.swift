import EventStore
import Foundation
import PolarReceiver
import PolarReceiverTesting
import Testing

@testable import ReceiverConsole

/// What happens, as it happens.
@Suite(.timeLimit(.minutes(5)))
struct LiveRouteTests {
    @Test func `shows on the page what has happened last`() async throws {
        let bench = try ConsoleBench([TestHandler()])
        try await bench.run(delivers: true) { visitor in
            _ = try await visitor.deliver(bench.signed("a", body: #"{"type":"order.paid"}"#))
            _ = try await visitor.deliver(bench.signed("b", body: "{}", isForged: true))
            var page = ""
            while !page.contains(#"class="state dead""#) { page = try await visitor.get("/live").body }
            #expect(page.contains(#"class="state accepted""#))
            #expect(page.contains("signature_mismatch"))
            #expect(page.contains("no &lt;b&gt;luck&lt;/b&gt;"))
        }
    }

    @Test func `sends what happens to who watches, and ends with the receiver`() async throws {
        let bench = try ConsoleBench([TestHandler()])
        try await bench.run(delivers: true) { visitor in
            async let stream = visitor.get("/live/stream")
            while !bench.receiver.isWatched { await Task.yield() }
            _ = try await visitor.deliver(bench.signed("a", body: #"{"type":"order.paid"}"#))
            while try await bench.states("a") != [.dead] { await Task.yield() }
            bench.receiver.stop(grace: .zero)
            let answer = try await stream
            #expect(answer.fields["content-type"] == "text/event-stream")
            #expect(answer.fields["content-length"] == nil)
            #expect(answer.body.hasPrefix("retry: 2000\n\n"))
            let events = answer.body.components(separatedBy: "\n\n").filter { $0.hasPrefix("data: ") }
            #expect(events.contains { $0.contains("state accepted") })
            #expect(events.allSatisfy { $0.contains("<tr>") && !$0.contains("<b>") })
        }
    }

    @Test func `sends at most ten lines a second, one of which counts those left out`() async throws {
        let bench = try ConsoleBench()
        try await bench.run { visitor in
            async let stream = visitor.get("/live/stream")
            while !bench.receiver.isWatched { await Task.yield() }
            for number in 0..<30 {
                _ = try await visitor.deliver(bench.signed("a\(number)", body: "{}", isForged: true))
            }
            bench.receiver.stop(grace: .zero)
            let rows = try await stream.body.components(separatedBy: "\n\n").filter { $0.hasPrefix("data: ") }
            #expect(rows.count == 10)
            #expect(rows.last?.contains("21 more lines were left out") == true)
        }
    }

    @Test func `sends lines again in the next second`() async throws {
        let bench = try ConsoleBench()
        try await bench.run { visitor in
            async let stream = visitor.get("/live/stream")
            while !bench.receiver.isWatched { await Task.yield() }
            for tick in 0..<3 {
                await bench.clock.waitForSleeper(in: .milliseconds(1)...(.seconds(1)))
                for number in 0..<5 {
                    _ = try await visitor.deliver(bench.signed("a\(tick)-\(number)", body: "{}", isForged: true))
                }
                bench.clock.advance(by: .seconds(1))
            }
            bench.receiver.stop(grace: .zero)
            let rows = try await stream.body.components(separatedBy: "\n\n").filter { $0.hasPrefix("data: ") }
            let skipped = rows.compactMap { $0.firstMatch(of: /([0-9]+) more lines? w/)?.output.1 }.compactMap {
                Int($0)
            }
            // However late the lines are taken, each is sent or counted.
            #expect(rows.count - skipped.count + skipped.reduce(0, +) == 15)
            #expect(rows.count <= 40)
        }
    }

    @Test func `lets no session take the places of others`() async throws {
        let bench = try ConsoleBench()
        try await bench.run(signsIn: false) { visitor in
            let token = ["Authorization": "Bearer \(ConsoleBench.token)"]
            let person = try await visitor.signedIn()
            try await withThrowingTaskGroup(of: Int.self) { group async throws in
                for _ in 0..<5 { group.addTask { try await person.get("/live/stream").status } }
                // The others are answered with their end.
                #expect(try await group.next() == 503)
                group.addTask { try await visitor.get("/live/stream", token).status }
                for _ in 0..<3 { group.addTask { try await visitor.get("/live/stream", token).status } }
                group.addTask { try await visitor.get("/live/stream", token).status }
                #expect(try await group.next() == 503)
                while !bench.receiver.isWatched { await Task.yield() }
                bench.receiver.stop(grace: .zero)
                var statuses: [Int] = []
                while let status = try await group.next() { statuses.append(status) }
                #expect(statuses == Array(repeating: 200, count: 8))
            }
        }
    }

    @Test func `ends with the session`() async throws {
        let bench = try ConsoleBench()
        try await bench.run { visitor in
            async let stream = visitor.get("/live/stream")
            while !bench.receiver.isWatched { await Task.yield() }
            let token = try await visitor.formToken(on: "/")
            #expect(try await visitor.post("/sign-out", "form_token=\(token)").status == 303)
            await bench.clock.waitForSleeper(in: .milliseconds(1)...(.seconds(1)))
            bench.clock.advance(by: .seconds(1))
            #expect(try await stream.status == 200)
        }
    }
}
