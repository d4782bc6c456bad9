import Foundation
import PolarReceiver

/// A handler module that behaves well or badly.
struct BenchmarkHandler: HandlerModule {
    /// What the handler does with an event.
    enum Behaviour {
        /// Returns at once.
        case good

        /// Blocks its thread.
        case blocked

        /// Goes on when it is cancelled.
        case deaf

        /// Throws every time.
        case throwing

        /// Takes a while, without blocking its thread.
        case slow
    }

    let id: HandlerID
    let behaviour: Behaviour

    var timeout: Duration { behaviour == .good ? .seconds(60) : .seconds(2) }

    func register(on events: inout EventRegistrar) {
        events.on(.orderPaid) { _, _ in try await behave() }
    }

    private func behave() async throws {
        switch behaviour {
        case .good: break
        case .blocked: sleep(3_600)
        case .deaf: while true { await Self.waitUncancellably() }
        case .throwing: throw BenchmarkError("This handler always fails.")
        case .slow: try await Task.sleep(for: .milliseconds(200))
        }
    }

    private static func waitUncancellably() async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().asyncAfter(deadline: .now() + 1) { continuation.resume() }
        }
    }
}

extension BenchmarkHandler {
    /// Sixteen good handlers, which are measured.
    static let measured = (1...16).map { BenchmarkHandler(id: HandlerID(rawValue: "good-\($0)"), behaviour: .good) }

    /// Four bad ones, or four more good ones in their place.
    static func others(areBad: Bool) -> [BenchmarkHandler] {
        let bad: [Behaviour] = [.blocked, .deaf, .throwing, .slow]
        return bad.map { BenchmarkHandler(id: HandlerID(rawValue: "other-\($0)"), behaviour: areBad ? $0 : .good) }
    }
}

/// Why there is nothing to measure.
struct BenchmarkError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
