import EventStore

/// All modules of a receiver, and who wants what.
struct HandlerRegistry: Sendable {
    let handlers: [RegisteredHandler]
    private let interested: [String: [RegisteredHandler]]

    init(modules: [any HandlerModule]) throws(RegistrationError) {
        var handlers: [RegisteredHandler] = []
        for module in modules {
            let handler = try RegisteredHandler(module: module)
            guard !handlers.contains(where: { $0.id == handler.id }) else { throw .duplicateHandler(handler.id) }
            handlers.append(handler)
        }
        self.handlers = handlers
        var interested: [String: [RegisteredHandler]] = [:]
        for type in EventType.all {
            interested[type.rawValue] = handlers.filter { $0.events.route(for: type) != nil }
        }
        self.interested = interested
    }

    /// The deliveries of an event of this type about this subject; a message without a type has neither.
    func deliveries(type: String?, subject: String?) -> [NewDelivery] {
        let handlers = type.flatMap { interested[$0] } ?? interestedInUnknown(type)
        return handlers.map { $0.delivery(type: type, subject: subject) }
    }

    private func interestedInUnknown(_ type: String?) -> [RegisteredHandler] {
        let type = type.map(EventType.init(rawValue:))
        return handlers.filter { $0.events.route(for: type) != nil }
    }
}
