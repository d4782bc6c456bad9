import EventStore
import Synchronization

/// Collects what appends are answered and lets a test await a number of answers.
final class Outcomes: Sendable {
    typealias Outcome = Result<AppendOutcome, StoreError>

    private let stream: AsyncStream<Outcome>
    private let sink: AsyncStream<Outcome>.Continuation
    private let answers = Mutex<[Outcome]>([])

    init() {
        (stream, sink) = AsyncStream.makeStream()
    }

    /// The answers so far.
    var soFar: [Outcome] { answers.withLock { $0 } }

    /// Takes an answer; the completion to append with.
    func add(_ outcome: Outcome) {
        answers.withLock { $0.append(outcome) }
        sink.yield(outcome)
    }

    /// The next `count` answers that were not awaited yet.
    func next(_ count: Int) async -> [Outcome] {
        var outcomes: [Outcome] = []
        for await outcome in stream.prefix(count) { outcomes.append(outcome) }
        return outcomes
    }
}

extension Result {
    /// The error, nil for a success.
    var failure: Failure? {
        if case .failure(let error) = self { error } else { nil }
    }
}
