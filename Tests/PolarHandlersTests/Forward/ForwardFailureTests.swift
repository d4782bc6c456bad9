import Foundation
import Logging
import PolarReceiver
import PolarReceiverTesting
import StandardWebhooks
import Testing

@testable import PolarHandlers

/// A target that fails in every way.
@Suite(.timeLimit(.minutes(6)))
struct ForwardFailureTests {
    private func forward(
        to url: URL,
        _ clientErrors: ClientErrorRule = .retry,
        time: Duration = .seconds(300),
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) async throws -> ForwardOutcome {
        let signer = try MessageSigner(key: SigningKey(base64: ForwardHandlerTests.secret))
        var settings = ForwardSettings(target: ForwardTarget(url), signature: .own(signer))
        settings.clientErrors = clientErrors
        settings.retryPolicy = RetryPolicy(baseDelay: .zero)
        let handler = ForwardHandler(id: "shop", settings)
        let delivery = Delivery.sample(time: time, logger: logger)
        return try await handler.running { await outcome { try await handler.forward(delivery) } }
    }

    @Test(arguments: [200, 201, 202, 204, 299]) func `takes any 2xx for success`(status: Int) async throws {
        let peer = try await ForwardPeer()
        #expect(try await forward(to: peer.url("status?code=\(status)")) == .taken)
    }

    @Test func `reads past an interim answer`() async throws {
        let peer = try await ForwardPeer()
        #expect(try await forward(to: peer.url("continues")) == .taken)
    }

    @Test func `knows which answers are final`() async throws {
        let peer = try await ForwardPeer()
        for rule in ClientErrorRule.allCases {
            for status in [
                400, 401, 403, 404, 405, 408, 409, 410, 413, 415, 422, 425, 429, 500, 502, 503, 504, 600, 999,
            ] {
                let reason = "127.0.0.1:\(peer.port) did not take the event: it answered \(status)"
                let isRefused = (400..<500).contains(status) && ![408, 425, 429].contains(status)
                let isFinal = status == 410 || isRefused && rule == .permanent
                let outcome = try await forward(to: peer.url("status?code=\(status)&body=why%20not"), rule)
                #expect(outcome == (isFinal ? .permanent(reason) : .retried(reason, after: nil)), "\(status) \(rule)")
            }
        }
    }

    @Test(arguments: [408, 413, 425, 429, 500, 503]) func `obeys Retry-After`(status: Int) async throws {
        let peer = try await ForwardPeer()
        let reason = "127.0.0.1:\(peer.port) did not take the event: it answered \(status)"
        for (value, delay) in [("0", 0), ("7", 7), ("999999999999999999999", 3_600)] {
            let outcome = try await forward(to: peer.url("status?code=\(status)&retry-after=\(value)"))
            #expect(outcome == .retried(reason, after: .seconds(delay)))
        }
        let unreadable = try await forward(to: peer.url("status?code=\(status)&retry-after=soon"))
        #expect(unreadable == .retried(reason, after: nil))
        let final = try await forward(to: peer.url("status?code=410&retry-after=7"))
        #expect(final == .permanent("127.0.0.1:\(peer.port) did not take the event: it answered 410"))
    }

    @Test(arguments: [301, 302, 303, 307, 308]) func `follows no redirect, and names the host`(status: Int) async throws
    {
        let peer = try await ForwardPeer()
        let elsewhere = try await forward(to: peer.url("status?code=\(status)&location=https://new.example/a?key=b"))
        let sentence = "127.0.0.1:\(peer.port) did not take the event: it answered \(status), a redirect to"
        #expect(elsewhere == .retried("\(sentence) new.example, which is not followed; correct the url", after: nil))
        let inside = try await forward(to: peer.url("status?code=\(status)&location=/takes"))
        #expect(inside == .retried("\(sentence) another path, which is not followed; correct the url", after: nil))
        #expect(try await peer.requests(2).allSatisfy { $0.path == "/status" })
    }

    @Test func `tells the beginning of an answer at debug only, and nothing that moves a cursor`() async throws {
        let peer = try await ForwardPeer()
        let body = "a%1B%5B31mred%0D%0A%00%E2%80%AEb%FF" + String(repeating: "%C3%BC", count: 300)
        let text = "a [31mred b\u{FFFD}" + String(repeating: "ü", count: 300)
        let log = LogRecorder()
        let outcome = try await forward(to: peer.url("status?code=500&body=\(body)"), logger: log.logger)
        let sentence = "127.0.0.1:\(peer.port) did not take the event: it answered 500"
        #expect(outcome == .retried(sentence, after: nil))
        #expect(log.lines.map(\.level) == [.debug])
        #expect(log.lines.first?.metadata == ["answer.status": "500", "answer.text": "\(text.prefix(200))…"])
    }

    @Test(
        arguments: [
            ("resets", "it reset the connection"), ("resets_halfway", "it reset the connection"),
            ("garbage", "its answer is not HTTP"),
        ]
    )
    func `fails when there is no whole answer`(answer: String, reason: String) async throws {
        let peer = try await ForwardPeer()
        let outcome = try await forward(to: peer.url(answer))
        let text = try #require(outcome.retryReason, "\(outcome)")
        #expect(text.hasPrefix("127.0.0.1:\(peer.port) did not take the event: "))
        #expect(text.contains(reason), "\(text)")
    }

    @Test(
        arguments: [("hangs", "it did not answer in time"), ("drips", "its answer did not end in time")]
    )
    func `gives up in time`(answer: String, reason: String) async throws {
        let peer = try await ForwardPeer()
        let outcome = try await forward(to: peer.url(answer), time: .seconds(3))
        // On a busy machine the time may end before the target has the request.
        let sentences = [reason, "it did not answer in time", "no connection was ready in time"]
        #expect(
            sentences.map { .retried("127.0.0.1:\(peer.port) did not take the event: \($0)", after: nil) }
                .contains(outcome)
        )
    }

    @Test func `does not listen to an answer without end`() async throws {
        let peer = try await ForwardPeer()
        #expect(try await forward(to: peer.url("floods")) == .taken)
    }

    @Test func `says that nothing listens, or that there is no such host`() async throws {
        let port = try UnusedPort()
        let nobody = try await forward(to: #require(URL(string: "http://127.0.0.1:\(port.number)/")))
        #expect(nobody.retryReason == "127.0.0.1:\(port.number) did not take the event: nothing listens there")
        let unknown = try await forward(to: #require(URL(string: "http://no-such-host.invalid/")))
        #expect(
            unknown
                == .retried("no-such-host.invalid did not take the event: its name cannot be resolved", after: nil)
        )
    }

    @Test func `ends at once when it is cancelled`() async throws {
        let peer = try await ForwardPeer()
        let url = try peer.url("hangs")
        let attempt = Task { try await forward(to: url) }
        _ = try await peer.requests(1)
        attempt.cancel()
        #expect(try await attempt.value == .retried("CancellationError()", after: nil))
    }
}
