/// Which events some modules would get, without a receiver.
package struct EventInterest {
    private let registry: HandlerRegistry

    /// - Throws: ``RegistrationError``.
    package init(modules: [any HandlerModule]) throws(RegistrationError) {
        registry = try HandlerRegistry(modules: modules)
    }

    /// Whether at least one of them takes events of this type.
    package func wants(_ type: EventType) -> Bool {
        !registry.deliveries(type: type.rawValue, subject: nil).isEmpty
    }
}
