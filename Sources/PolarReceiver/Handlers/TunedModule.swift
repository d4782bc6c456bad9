package import EventStore
package import Logging

/// A module with its settings changed by the configuration.
package struct TunedModule: HandlerModule {
    package let module: any HandlerModule
    private let tuning: HandlerTuning

    package init(_ module: any HandlerModule, _ tuning: HandlerTuning) {
        self.module = module
        self.tuning = tuning
    }

    /// The types to take of those that the module registers for; nil for all.
    package var patterns: [TypePattern]? { tuning.events }

    package var id: HandlerID { module.id }
    package var ordering: Ordering { module.ordering }
    package var staleEvents: StaleEvents { module.staleEvents }
    package var canEndProcess: Bool { module.canEndProcess }
    package var timeout: Duration { tuning.timeout ?? module.timeout }
    package var concurrencyLimit: Int { tuning.concurrencyLimit ?? module.concurrencyLimit }

    package var retryPolicy: RetryPolicy {
        let policy = module.retryPolicy
        return RetryPolicy(
            maximumAttempts: tuning.maximumAttempts ?? policy.maximumAttempts,
            baseDelay: policy.baseDelay,
            maximumDelay: policy.maximumDelay
        )
    }

    package func register(on events: inout EventRegistrar) {
        module.register(on: &events)
        events.restrict(to: patterns)
    }

    package func check() throws {
        try module.check()
    }

    package func start(logger: Logger) async throws {
        try await module.start(logger: logger)
    }

    package func stop() async {
        await module.stop()
    }
}
