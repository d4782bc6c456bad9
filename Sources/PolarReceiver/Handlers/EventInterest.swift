/// Which events some modules would get, without a receiver.
package struct EventInterest {
    private let handlers: [RegisteredHandler]

    /// - Throws: ``RegistrationError``.
    package init(modules: [any HandlerModule]) throws(RegistrationError) {
        handlers = try HandlerRegistry(modules: modules).handlers
    }

    /// Whether at least one of them takes events of this type, or messages without one.
    package func wants(_ type: EventType?) -> Bool {
        handlers.contains { $0.events.wants(type) }
    }

    /// Whether at least one of them asks for this type, and does not only take whatever comes.
    package func asks(for type: EventType) -> Bool {
        handlers.contains { $0.events.asks(for: type) }
    }

    /// Whether at least one of them takes whatever comes.
    package var takesEveryType: Bool {
        handlers.contains { $0.events.takesEveryType }
    }
}
