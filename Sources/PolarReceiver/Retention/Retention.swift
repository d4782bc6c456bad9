import EventStore
import Foundation
import Logging
import Metrics

/// Applies a policy to the inbox: sweeps at the start and every hour, and looks for deleted customers in between.
struct Retention: Sendable {
    /// The time between two sweeps.
    static let interval = Duration.seconds(3_600)

    /// The time between two looks at the messages that came in.
    static let erasureInterval = Duration.seconds(10)

    /// How long the copy that a migration made is kept, so that an operator can go back to the earlier version.
    static let copyAge = Duration.seconds(7 * 86_400)

    private let store: any EventStore
    private let policy: RetentionPolicy
    private let clock: any WallClock
    private let logger: Logger
    private let feed: ActivityFeed
    private let pruned = Counter(label: "polar_receiver_messages_pruned_total")

    init(policy: RetentionPolicy, context: DispatchContext) {
        store = context.store
        clock = context.clock
        logger = context.logger
        feed = context.feed
        self.policy = policy
    }

    /// Applies the policy until cancelled.
    func run() async {
        let pause = policy.scrubsDeletedCustomers ? Self.erasureInterval : Self.interval
        var erasure = policy.scrubsDeletedCustomers ? Erasure(store: store) : nil
        var untilSweep = Duration.zero
        while !Task.isCancelled {
            if untilSweep <= .zero {
                await sweep()
                await removeCopies(madeBefore: clock.now - Self.copyAge)
                untilSweep = Self.interval
            }
            await erase(&erasure)
            try? await clock.sleep(for: pause)  // cancelled: the loop ends
            untilSweep -= pause
        }
    }

    // MARK: Sweeps

    private func sweep() async {
        do {
            let sweep = RetentionSweep(store: store, policy: policy, now: clock.now) { [feed] messages in
                feed.forgetReasons { activity in messages.contains { activity.isAbout($0) } }
            }
            switch try await sweep.run() {
            case .swept(let count): note(count)
            case .refused(let doubt): log(doubt)
            }
        } catch {
            logger.warning(
                "Cannot prune messages, will try again within the hour",
                metadata: ["error.message": "\(error)", "error.type": "\(error.code)"]
            )
        }
    }

    private func note(_ count: Int) {
        guard count > 0 else { return }
        pruned.increment(by: count)
        logger.notice("Pruned messages", metadata: ["message.count": "\(count)"])
    }

    private func log(_ doubt: RetentionSweep.Doubt) {
        let days = Int((doubt.rule.age ?? .zero) / .seconds(86_400))
        let types = doubt.rule.types == "*" ? "" : "--type '\(doubt.rule.types)' "
        let last = doubt.sweptAt.formatted(.iso8601)
        logger.error(
            """
            Pruned nothing: the last sweep was at \(last), and \(doubt.doomed) of the \(doubt.known) messages from before \
            would go; set the clock if it is wrong, else run: polar-receiver events prune \(types)--until \(days)d --yes
            """,
            metadata: ["message.count": "\(doubt.doomed)"]
        )
    }

    private func removeCopies(madeBefore date: Date) async {
        do {
            for path in try await store.removeCopies(madeBefore: date) {
                logger.notice("Removed the copy from before a migration", metadata: ["file.path": "\(path)"])
            }
        } catch {
            logger.warning("Cannot remove old copies of the database", metadata: ["error.message": "\(error)"])
        }
    }

    // MARK: Deleted customers

    private func erase(_ erasure: inout Erasure?) async {
        do throws(StoreError) {
            guard let count = try await erasure?.run(now: clock.now), count > 0 else { return }
            pruned.increment(by: count)
            feed.forgetReasons { $0.handler != nil }
            logger.notice("Erased messages of deleted customers", metadata: ["message.count": "\(count)"])
            // A copy holds what was erased.
            await removeCopies(madeBefore: .distantFuture)
        } catch {
            logger.warning(
                "Cannot erase the messages of deleted customers, will try again",
                metadata: ["error.message": "\(error)", "error.type": "\(error.code)"]
            )
        }
    }
}
