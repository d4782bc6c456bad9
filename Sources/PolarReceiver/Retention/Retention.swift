import EventStore
import Foundation
import HTTPServer
import Logging
import Metrics

/// Applies a policy to the inbox, at the start and every hour.
struct Retention: Sendable {
    /// How long it waits between two passes.
    static let interval = Duration.seconds(3_600)

    private let store: any EventStore
    private let policy: RetentionPolicy
    private let clock: any WallClock
    private let logger: Logger
    private let pruned = Counter(label: "polar_receiver_messages_pruned_total")

    init(policy: RetentionPolicy, context: DispatchContext) {
        store = context.store
        clock = context.clock
        logger = context.logger
        self.policy = policy
    }

    /// Applies the policy until cancelled.
    func run() async {
        while !Task.isCancelled {
            await sweep()
            try? await clock.sleep(for: Self.interval)  // cancelled: the loop ends
        }
    }

    private func sweep() async {
        do {
            let count = try await RetentionSweep(store: store, policy: policy, now: clock.now).run()
            guard count > 0 else { return }
            pruned.increment(by: count)
            logger.notice("Pruned messages", metadata: ["message.count": "\(count)"])
        } catch {
            logger.warning(
                "Cannot prune messages, will try again within the hour",
                metadata: ["error.message": "\(error)", "error.type": "\(error.code)"]
            )
        }
    }
}
