import EventStore
import Logging

/// A module after registration: its settings and its closures, fixed for the life of the receiver.
struct RegisteredHandler: Sendable {
    let id: HandlerID
    let retryPolicy: RetryPolicy
    let concurrencyLimit: Int
    let timeout: Duration
    let ordering: Ordering
    let staleEvents: StaleEvents
    let canEndProcess: Bool
    private(set) var events: EventRegistrar
    private let module: any HandlerModule

    init(module: any HandlerModule) throws(RegistrationError) {
        var events = EventRegistrar()
        module.register(on: &events)
        if let name = events.duplicates.first {
            throw .duplicateRegistration(handler: module.id, kind: name)
        }
        id = module.id
        retryPolicy = module.retryPolicy
        concurrencyLimit = max(1, module.concurrencyLimit)
        timeout = module.timeout
        ordering = module.ordering
        staleEvents = module.staleEvents
        canEndProcess = module.canEndProcess
        self.events = events
        self.module = module
    }

    /// The same handler, which takes only these of the types it registers for; nil for all.
    func restricted(to patterns: [TypePattern]?) -> RegisteredHandler {
        var handler = self
        handler.events.restrict(to: patterns)
        return handler
    }

    /// The name of the module's Swift type.
    var moduleName: String { String(describing: type(of: (module as? TunedModule)?.module ?? module)) }

    /// Lets the module open what it needs.
    func start(logger: Logger) async throws(HandlerStartError) {
        do { try await module.start(logger: logger) } catch { throw HandlerStartError(handler: id, cause: error) }
    }

    /// Lets the module close what it opened.
    func stop() async {
        await module.stop()
    }

    /// The delivery of an event to this handler.
    func delivery(type: String?, subject: String?) -> NewDelivery {
        NewDelivery(
            handler: id,
            lane: ordering == .bySubject ? subject : nil,
            topic: staleEvents == .deliver ? nil : topic(type: type, subject: subject)
        )
    }

    /// Events of one family about one subject are snapshots of the same thing.
    private func topic(type: String?, subject: String?) -> String? {
        guard let type, let subject, let dot = type.firstIndex(of: ".") else { return nil }
        return "\(type[..<dot]) \(subject)"
    }
}
