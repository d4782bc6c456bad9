import EventStore
import Foundation
import Logging
import PolarReceiverTesting
import Testing

@testable import PolarReceiver

/// What is stored and logged of an error.
@Suite(.timeLimit(.minutes(6)))
struct FailureReasonTests {
    private struct Personal: Error, CustomStringConvertible {
        let description = "no customer ada@example.com"
    }

    private enum Choice: Error {
        case unknown(customer: String)
    }

    @Test(arguments: [
        (Personal() as any Error, "Personal"), (Choice.unknown(customer: "ada@example.com"), "Choice"),
        (HandlerError.permanent("no such product"), "no such product"),
        (HandlerError.retry(after: .zero, "later"), "later"), (CancellationError(), "CancellationError"),
        (CocoaError(.fileNoSuchFile, userInfo: ["NSFilePath": "/ada"]), "CocoaError (NSCocoaErrorDomain 4)"),
        (NSError(domain: "Shop", code: 7, userInfo: ["who": "ada@example.com"]), "NSError (Shop 7)"),
        (POSIXError(.ENOSPC), "POSIXError (NSPOSIXErrorDomain 28)"),
    ])
    func `logs the type of an error, and only the words of a handler error`(error: any Error, text: String) {
        #expect(FailureReason(error).logged == text)
    }

    @Test(arguments: [
        (Personal() as any Error, "no customer ada@example.com"),
        (HandlerError.permanent("no such product"), "no such product"),
        (Choice.unknown(customer: "ada"), #"unknown(customer: "ada")"#),
    ])
    func `keeps the text of an error in the inbox`(error: any Error, text: String) {
        #expect(FailureReason(error).stored == text)
    }

    @Test func `keeps no dictionary of an error of Foundation`() {
        let error = CocoaError(.fileNoSuchFile, userInfo: ["Customer": "ada@example.com"])
        #expect(FailureReason(error).stored.hasPrefix("CocoaError (NSCocoaErrorDomain 4): "))
        #expect(!FailureReason(error).stored.contains("ada@example.com"))
    }

    @Test func `tells nothing of an error's text in the log, but at the level debug`() async throws {
        let module = TestModule(retryPolicy: .never) { _, _ in throw Personal() }
        let bench = try Bench([module])
        try await bench.append("a")
        try await bench.run {
            let dead = try await bench.wait(for: "a") { $0.state == .dead }
            #expect(dead.lastError == "no customer ada@example.com")
        }
        let telling = bench.log.lines.filter { "\($0.message) \($0.metadata)".contains("ada@example.com") }
        #expect(telling.map(\.level) == [.debug])
    }

    @Test func `cuts a text of few characters and many bytes`() {
        let text = "a" + String(repeating: "\u{301}", count: 100_000)
        #expect(FailureReason(HandlerError.permanent(text)).stored.utf8.count < 4_000)
    }
}
