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
}
