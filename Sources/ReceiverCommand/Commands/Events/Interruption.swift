import Dispatch
import Foundation
import Synchronization

/// Lets a long command end between two pieces of its work on SIGINT or SIGTERM, so that it can say where it stopped.
///
/// Dispatch takes the signals: a second one ends the process also while a write to a slow reader blocks the tasks' threads.
final class Interruption: Sendable {
    private static let signals = [SIGINT, SIGTERM]

    /// How soon a pause notices a signal.
    private static let slice = Duration.milliseconds(50)

    private let isNoticed = Atomic(false)

    private init() {}

    /// Runs a command that asks ``isRequested`` between its pieces; a second signal ends the process at once.
    static func heeded<Value>(by body: (Interruption) async throws -> Value) async throws -> Value {
        let interruption = Interruption()
        let sources = signals.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { interruption.notice(number) }
            source.resume()
            return source
        }
        defer { sources.forEach { $0.cancel() } }
        return try await body(interruption)
    }

    /// Whether the command should end after the piece it is at.
    var isRequested: Bool { isNoticed.load(ordering: .relaxed) }

    /// Pauses the command; returns early when it should end.
    func pause(until end: ContinuousClock.Instant) async throws {
        while !isRequested, .now < end { try await Task.sleep(until: min(end, .now + Self.slice)) }
    }

    private func notice(_ signal: Int32) {
        // As a shell reports the end by a signal.
        if isNoticed.exchange(true, ordering: .relaxed) { _exit(128 + signal) }
    }
}
