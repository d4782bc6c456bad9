/// A module after registration: its settings and its closures, fixed for the life of the receiver.
struct RegisteredHandler: Sendable {
    let id: HandlerID
    let retryPolicy: RetryPolicy
    let concurrencyLimit: Int
    let timeout: Duration
    let events: EventRegistrar

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
        self.events = events
    }
}
