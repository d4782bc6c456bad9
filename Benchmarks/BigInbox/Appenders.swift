import EventStore

/// Appends as many requests as arrive at once, each after its answer.
struct Appenders {
    private static let concurrency = 64

    let store: any EventStore
    let bodySize: Int

    /// The number of appended messages.
    func run(for duration: Duration) async throws -> Int {
        let end = ContinuousClock.now + duration
        return try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<Self.concurrency { group.addTask { try await append(until: end) } }
            return try await group.reduce(0, +)
        }
    }

    private func append(until end: ContinuousClock.Instant) async throws -> Int {
        var count = 0
        while ContinuousClock.now < end, !Task.isCancelled {
            guard case .accepted = try await store.append(InboxShape.message(bodySize: bodySize)) else { continue }
            count += 1
        }
        return count
    }
}
