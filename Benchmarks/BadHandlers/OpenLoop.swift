import Foundation
import Synchronization

/// Sends requests at a fixed rate, whatever the answers take.
final class OpenLoop: Sendable {
    private static let connectionCount = 16

    private let requests: [[UInt8]]
    private let interval: Duration
    private let next = Atomic(0)
    private let durations = Mutex<[Duration]>([])

    init(_ requests: [[UInt8]], perSecond rate: Int) {
        self.requests = requests
        interval = .seconds(1) / rate
    }

    /// The time of each accepted message from the moment when it was due to be sent to its answer.
    ///
    /// The threads are plain ones: none of those that the receiver uses waits for an answer.
    func run(port: Int) async -> [Duration] {
        let senders = DispatchGroup()
        let start = ContinuousClock.now
        for _ in 0..<Self.connectionCount {
            senders.enter()
            Thread.detachNewThread {
                // Messages that could not be sent are missing in the result.
                try? self.send(to: port, since: start)
                senders.leave()
            }
        }
        await withCheckedContinuation { continuation in
            senders.notify(queue: DispatchQueue(label: "senders")) { continuation.resume() }
        }
        return durations.withLock(\.self)
    }

    private func send(to port: Int, since start: ContinuousClock.Instant) throws {
        let connection = try ClientConnection(port: port)
        while case let index = next.wrappingAdd(1, ordering: .relaxed).oldValue, index < requests.count {
            let due = start + interval * index
            Thread.sleep(forTimeInterval: max(0, (due - .now) / .seconds(1)))
            guard try connection.send(requests[index]) else { continue }
            durations.withLock { $0.append(.now - due) }
        }
    }
}
