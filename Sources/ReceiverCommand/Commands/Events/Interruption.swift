import Synchronization
import UnixSignals

/// Lets a long command end between two pieces of its work on SIGINT or SIGTERM, so that it can say where it stopped.
final class Interruption: Sendable {
    /// How soon a pause notices a signal.
    private static let slice = Duration.milliseconds(50)

    private let isNoticed = Atomic(false)

    private init() {}

    /// Runs a command that asks ``isRequested`` between its pieces; a second signal ends the process at once.
    static func heeded<Value>(by body: (Interruption) async throws -> Value) async throws -> Value {
        let interruption = Interruption()
        let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await interruption.listen(to: signals) }
            defer { group.cancelAll() }
            return try await body(interruption)
        }
    }

    /// Whether the command should end after the piece it is at.
    var isRequested: Bool { isNoticed.load(ordering: .relaxed) }

    /// Pauses the command; returns early when it should end.
    func pause(until end: ContinuousClock.Instant) async throws {
        while !isRequested, .now < end { try await Task.sleep(until: min(end, .now + Self.slice)) }
    }

    private func listen(to signals: UnixSignalsSequence) async {
        for await signal in signals {
            if isNoticed.exchange(true, ordering: .relaxed) { SecondSignal.endProcess(after: signal) }
        }
    }
}
