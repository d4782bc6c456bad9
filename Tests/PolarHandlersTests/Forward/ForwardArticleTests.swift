import Foundation
import PolarReceiver
import StandardWebhooks
import Testing

@testable import PolarHandlers

/// The receivers in other languages, as the article prints them.
@Suite(.timeLimit(.minutes(6)))
struct ForwardArticleTests {
    private static let secret = ForwardHandlerTests.secret

    /// Not in every test environment; the article's text promises these all the same.
    private static let node = "/usr/bin/node"
    private static let php = "/usr/bin/php"

    @Test func `Python takes what is signed, and nothing else`() async throws {
        let python = try #require(ProcessInfo.processInfo.environment["PYTHON"], "PYTHON: see 'make test'")
        try await expectVerification(by: ExampleProgram("python", [python, "receiver"], secret: Self.secret))
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: node)))
    func `Node takes what is signed, and nothing else`() async throws {
        try await expectVerification(by: ExampleProgram("js", [Self.node, "receiver"], secret: Self.secret))
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: php)))
    func `PHP takes what is signed, and nothing else`() async throws {
        try await expectVerification(
            by: ExampleProgram("php", [Self.php, "-S", "127.0.0.1:PORT", "receiver"], secret: Self.secret)
        )
    }

    private func expectVerification(by program: ExampleProgram) async throws {
        let url = "http://127.0.0.1:\(program.port)/"
        let refusal = "127.0.0.1:\(program.port) did not take the event: it answered 403"
        let signed = try handler(["url": url, "secret": Self.secret])
        #expect(try await program.outcomeOnceItListens { try await signed.forwardOnce(.sample()) } == .taken)

        let wrong = try handler(["url": url, "secret": "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"])
        #expect(try await wrong.forwardOnce(.sample()).retryReason?.hasPrefix(refusal) == true)

        let passing = try handler(["url": url, "signature": "polar"])
        #expect(try await passing.forwardOnce(.sample(headers: Self.headers(age: 0))) == .taken)
        for age in [310, -310] as [Int64] {
            #expect(
                try await passing.forwardOnce(.sample(headers: Self.headers(age: age))).retryReason?.hasPrefix(refusal)
                    == true
            )
        }
    }

    private func handler(_ options: [String: String]) throws -> ForwardHandler {
        try ForwardHandler(HandlerOptions(id: "shop", options))
    }

    /// A signature that is right for a timestamp so many seconds ago.
    private static func headers(age: Int64) throws -> [MessageHeader] {
        try MessageSigner(key: SigningKey(base64: secret))
            .headers(
                id: "5f1d7a3e-9c7b-4e0a-8f5d-2b6c1a0e4d3f",
                timestamp: Int64(Date().timeIntervalSince1970) - age,
                body: Delivery.sampleBody
            )
            .map { MessageHeader(name: $0.name, value: $0.value) }
    }
}

extension ForwardHandler {
    fileprivate func forwardOnce(_ delivery: Delivery) async throws -> ForwardOutcome {
        try await running { await outcome { try await forward(delivery) } }
    }
}
