import EventStore
import Foundation
import Logging
import PolarReceiver
import PrometheusMetrics

/// What all parts of the console share.
struct ConsoleContext: Sendable {
    let receiver: Receiver
    let registry: PrometheusRegistry
    let version: String
    let freeBytes: @Sendable () -> Int64?
    let clock: any WallClock
    let logger: Logger
    let startedAt: Date

    /// Reads beside what deliveries read; each read ends, with an error if need be.
    let inbox: any InboxReader

    private static let readLimit = Duration.seconds(5)

    init(
        receiver: Receiver,
        registry: PrometheusRegistry,
        version: String,
        freeBytes: @escaping @Sendable () -> Int64?,
        clock: any WallClock,
        logger: Logger
    ) {
        self.receiver = receiver
        self.registry = registry
        self.version = version
        self.freeBytes = freeBytes
        self.clock = clock
        self.logger = logger
        startedAt = clock.now
        inbox = receiver.inboxReader(within: Self.readLimit)
    }
}
