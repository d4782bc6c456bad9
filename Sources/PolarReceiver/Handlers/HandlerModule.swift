public import Logging

/// A plugin that acts on events: it has a persistent name and registers for the events it wants.
///
/// The receiver makes one delivery per event and interested module. Each delivery is retried, dead-lettered and replayed
/// on its own, so a module never sees the failures of another one.
public protocol HandlerModule: Sendable {
    /// The persistent name, unique in one receiver. It is stored with every delivery, so renaming it is a migration.
    var id: HandlerID { get }

    /// When a failed delivery is tried again, and how often.
    var retryPolicy: RetryPolicy { get }

    /// How many deliveries of this module run at the same time, at least 1.
    var concurrencyLimit: Int { get }

    /// Whether deliveries of this module wait for each other.
    var ordering: Ordering { get }

    /// What becomes of an event that is older than one handled already.
    var staleEvents: StaleEvents { get }

    /// How long one attempt may take before it is cancelled and counts as failed.
    var timeout: Duration { get }

    /// Whether a fault in this module can end the process, as a trap in Swift code does.
    ///
    /// Deliveries that ran when a process ended without a stop run again one at a time, and what runs alone at three such
    /// ends is dead as `crashed`. Return false only for a module whose code cannot end the process, such as one that runs
    /// its work in another process: its deliveries are then never suspected and never wait for a suspect.
    var canEndProcess: Bool { get }

    /// Names the events this module wants; called once, before the first event.
    func register(on events: inout EventRegistrar)

    /// Looks whether what the module's options name can be used, without opening or changing anything.
    ///
    /// `config check`, `serve` and each reload call it, before ``start(logger:)``.
    ///
    /// - Throws: an error whose description is a sentence with the remedy. The configuration counts as wrong then.
    func check() throws

    /// Called once before the first event; opens what the module needs.
    ///
    /// - Throws: what its operator should read in a sentence. The receiver then does not start.
    func start(logger: Logger) async throws

    /// Called once after the last event; closes what ``start(logger:)`` opened.
    ///
    /// It has the grace period of the stop; the process may end before it returns.
    func stop() async
}

extension HandlerModule {
    /// Twenty attempts over about three days.
    public var retryPolicy: RetryPolicy { .default }

    /// Eight deliveries at the same time.
    public var concurrencyLimit: Int { 8 }

    /// Events about the same subject keep their order.
    public var ordering: Ordering { .bySubject }

    /// Nothing is compared.
    public var staleEvents: StaleEvents { .deliver }

    /// One minute.
    public var timeout: Duration { .seconds(60) }

    /// It can.
    public var canEndProcess: Bool { true }

    /// There is nothing to look at.
    public func check() throws {}

    /// Nothing is to be opened.
    public func start(logger: Logger) async throws {}

    /// Nothing is to be closed.
    public func stop() async {}
}
