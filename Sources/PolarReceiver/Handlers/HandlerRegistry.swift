/// All modules of a receiver, and who wants what.
struct HandlerRegistry: Sendable {
    let handlers: [RegisteredHandler]
    private let interested: [String: [HandlerID]]
    private let interestedInUnknown: [HandlerID]

    init(modules: [any HandlerModule]) throws(RegistrationError) {
        var handlers: [RegisteredHandler] = []
        for module in modules {
            let handler = try RegisteredHandler(module: module)
            guard !handlers.contains(where: { $0.id == handler.id }) else { throw .duplicateHandler(handler.id) }
            handlers.append(handler)
        }
        self.handlers = handlers
        var interested: [String: [HandlerID]] = [:]
        for type in EventType.all {
            interested[type.rawValue] = Self.ids(of: handlers, wanting: type)
        }
        self.interested = interested
        interestedInUnknown = Self.ids(of: handlers, wanting: nil)
    }

    /// The handlers that get a delivery of an event of this type, nil for a message without one.
    func handlers(for type: String?) -> [HandlerID] {
        guard let type, let known = interested[type] else { return interestedInUnknown }
        return known
    }

    private static func ids(of handlers: [RegisteredHandler], wanting type: EventType?) -> [HandlerID] {
        handlers.filter { $0.events.route(for: type) != nil }.map(\.id)
    }
}
