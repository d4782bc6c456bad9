import EventStore

/// All modules of a receiver, and who wants what.
struct HandlerRegistry: Sendable {
    let handlers: [RegisteredHandler]
    private let interested: [String: [RegisteredHandler]]

    init(modules: [any HandlerModule]) throws(RegistrationError) {
        var handlers: [RegisteredHandler] = []
        for module in modules {
            let handler = try RegisteredHandler(module: module)
            guard handler.id.isWellFormed else { throw .malformedHandlerID(handler.id) }
            guard !handlers.contains(where: { $0.id == handler.id }) else { throw .duplicateHandler(handler.id) }
            handlers.append(handler)
        }
        self.init(handlers: handlers)
    }

    private init(handlers: [RegisteredHandler]) {
        self.handlers = handlers
        var interested: [String: [RegisteredHandler]] = [:]
        for type in EventType.all {
            interested[type.rawValue] = handlers.filter { $0.events.wants(type) }
        }
        self.interested = interested
    }

    /// Whether every handler that an endpoint is for is there.
    func check(_ endpoint: WebhookEndpoint) throws(RegistrationError) {
        for id in endpoint.handlers ?? [] where !handlers.contains(where: { $0.id == id }) {
            throw .unknownHandler(id, endpoint: endpoint.name)
        }
    }

    /// These handlers only; nil for all.
    func limited(to ids: Set<HandlerID>?) -> HandlerRegistry {
        guard let ids else { return self }
        return HandlerRegistry(handlers: handlers.filter { ids.contains($0.id) })
    }

    /// The same handlers, each with the event types that the module of its id is restricted to now.
    func restricted(as modules: [any HandlerModule]) -> HandlerRegistry {
        HandlerRegistry(
            handlers: handlers.map { handler in
                guard let module = modules.first(where: { $0.id == handler.id }) else { return handler }
                return handler.restricted(to: (module as? TunedModule)?.patterns)
            }
        )
    }

    /// The deliveries of an event of this type about this subject; a message without a type has neither.
    func deliveries(type: String?, subject: String?) -> [NewDelivery] {
        let handlers = type.flatMap { interested[$0] } ?? interestedInUnknown(type)
        return handlers.map { $0.delivery(type: type, subject: subject) }
    }

    private func interestedInUnknown(_ type: String?) -> [RegisteredHandler] {
        let type = type.map(EventType.init(rawValue:))
        return handlers.filter { $0.events.wants(type) }
    }
}
