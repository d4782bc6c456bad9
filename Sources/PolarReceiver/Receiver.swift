public import EventStore
public import Logging
import Synchronization

/// The receiver without its socket: endpoints that accept messages and a dispatcher that delivers them.
///
/// Give ``responder`` to an HTTP server and keep ``run()`` running beside it.
public final class Receiver: Sendable {
    /// Answers the requests of the public listener.
    public let responder: ReceiverResponder

    private let store: any EventStore
    private let probe: StoreProbe
    private let clock: any WallClock
    private let inbox: Inbox

    /// What a reload changes.
    let routes: [EndpointRoute]
    let registry: Mutex<HandlerRegistry>
    private let health: HealthRoute
    private let handlers: [RegisteredHandler]
    private let logger: Logger
    private let dispatcher: Dispatcher
    private let retention: Retention?
    private let activity: [EndpointActivity]
    private let feed = ActivityFeed()

    /// Wires endpoints, modules and store together; starts nothing.
    ///
    /// - Parameters:
    ///   - endpoints: where signed messages arrive; names and paths are unique.
    ///   - modules: the handlers, in any order; ids are unique. Each registers here, before the first event.
    ///   - store: the inbox and its deliveries.
    ///   - duplicates: what makes a message one that the inbox has already.
    ///   - retention: what is removed from the inbox, and when; nil keeps everything.
    ///   - clock: the source of dates.
    ///   - logger: where the receiver reports to.
    ///   - jitter: where a retry falls in its range, from 0 up to but not including 1.
    /// - Throws: ``RegistrationError``, one sentence that says what to change.
    public init(
        endpoints: [WebhookEndpoint],
        modules: [any HandlerModule],
        store: any EventStore,
        duplicates: DuplicateRule = .id,
        retention: RetentionPolicy? = nil,
        clock: any WallClock = SystemWallClock(),
        logger: Logger,
        jitter: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }
    ) throws(RegistrationError) {
        self.store = store
        probe = StoreProbe(store: store)
        self.clock = clock
        self.logger = logger
        let registry = try HandlerRegistry(modules: modules)
        self.registry = Mutex(registry)
        handlers = registry.handlers
        let requests = RequestMetrics()
        let context = DispatchContext(
            store: store,
            clock: clock,
            clockWatch: ClockWatch(clock),
            metrics: ReceiverMetrics(handlers: registry.handlers.map(\.id)),
            logger: logger,
            feed: feed,
            jitter: jitter
        )
        activity = endpoints.map { EndpointActivity($0, now: clock.now) }
        dispatcher = Dispatcher(handlers: registry.handlers, context: context)
        self.retention = retention.map { Retention(policy: $0, context: context) }
        inbox = Inbox(
            dispatcher: dispatcher,
            activity: Dictionary(zip(endpoints.map(\.name), activity)) { first, _ in first },
            duplicates: duplicates,
            context: context,
            probe: probe,
            requests: requests
        )
        health = HealthRoute(probe: probe, requests: requests)
        routes = try Self.routes(for: endpoints, registry: registry, inbox: inbox)
        responder = ReceiverResponder(
            endpoints: routes,
            health: health,
            requests: requests
        )
    }

    /// Calls the modules' start hooks, one after the other; called once, before ``run()``.
    ///
    /// - Throws: ``HandlerStartError`` when one fails; those that had started are stopped again.
    public func start() async throws(HandlerStartError) {
        for (index, handler) in handlers.enumerated() {
            do throws(HandlerStartError) { try await handler.start(logger: logger) } catch {
                for started in handlers[..<index].reversed() { await started.stop() }
                throw error
            }
        }
    }

    /// Calls the modules' stop hooks side by side; called once, after ``run()``.
    ///
    /// It returns after `grace` even if one of them does not; the process should end then.
    public func finish(grace: Duration) async {
        await withTaskGroup(of: Void.self) { group in
            let (ends, sink) = AsyncStream.makeStream(of: Void.self)
            // A hook that hangs or blocks must not hold up the receiver's end: it gets a task and a thread of its own.
            for handler in handlers {
                let executor = ThreadExecutor(handler: handler)
                Task(executorPreference: executor) {
                    await handler.stop()
                    sink.yield()
                    withExtendedLifetime(executor) {}
                }
            }
            group.addTask { [count = handlers.count] in for await _ in ends.prefix(count) {} }
            group.addTask { [clock] in try? await clock.sleep(for: grace) }  // cancelled: all are done
            if !handlers.isEmpty { await group.next() }
            group.cancelAll()
        }
    }

    /// Takes up what an earlier process left unfinished, then delivers until ``stop(grace:)`` or cancellation; called once.
    ///
    /// While the store fails it tries again every second.
    public func run() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.dispatcher.run() }
            group.addTask { await self.health.run() }
            if let retention { group.addTask { await retention.run() } }
            await group.next()
            group.cancelAll()
        }
    }

    /// Refuses new messages and lets ``run()`` return.
    ///
    /// Running handlers have `grace` to finish; what is still running then goes back to pending without a counted attempt.
    public func stop(grace: Duration) {
        inbox.close()
        health.drain()
        dispatcher.stop(grace: grace)
        feed.finish()
    }

    // MARK: For operators

    /// How each endpoint fares, in the order they were given.
    public var endpointStatus: [EndpointStatus] { activity.map(\.status) }

    /// What the handlers say of themselves.
    package var handlerDescriptions: [HandlerDescription] {
        registry.withLock { $0 }.handlers.map(HandlerDescription.init)
    }

    /// Returns when a message could be stored within the last two seconds; throws why not.
    package func probe() async throws(StoreError) { try await probe.check().get() }

    /// What can be read of the inbox.
    package var inboxReader: any InboxReader { store }

    /// Reads the inbox for an operator: apart from what deliveries read, and each read within a time.
    package func inboxReader(within limit: Duration) -> any InboxReader { store.reader(within: limit) }

    /// What the receiver has done last, the newest first.
    public var recentActivities: [Activity] { feed.recent }

    /// Whether anybody reads ``activities()``.
    package var isWatched: Bool { feed.isWatched }

    /// What the receiver does from now on; it ends with the receiver, and leaves out what a slow reader does not take.
    public func activities() -> AsyncStream<Activity> { feed.watch() }

    /// Makes a change that an operator asks for; deliveries that are to run again do so at once.
    ///
    /// - Throws: ``StoreError``.
    public func perform(_ operation: Operation) async throws(StoreError) -> OperationOutcome {
        defer { if case .prune = operation { feed.forgetReasons { $0.handler != nil } } }
        return try await store.perform(operation, now: clock.now) { dispatcher.wake($0) }
    }
}
