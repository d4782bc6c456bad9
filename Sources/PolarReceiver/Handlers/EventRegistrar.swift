import EventStore

/// Collects what a module wants to be called for.
///
/// Exactly one closure of a module runs for an event: the one registered for its type, else for its family, else for its
/// group, else ``onUnknown(perform:)`` for types this build does not know, else ``onAny(perform:)``. A closure that fails
/// is therefore retried alone.
public struct EventRegistrar: Sendable {
    typealias Perform = @Sendable (WebhookEvent, Delivery) async throws -> Void

    /// A closure and what it was registered for.
    struct Route: Sendable {
        let name: String
        let perform: Perform
    }

    private var routes: [EventType: (breadth: EventBreadth, route: Route)] = [:]
    private var names: Set<String> = []
    private(set) var unknown: Route?
    private(set) var any: Route?
    private var patterns: [TypePattern]?

    /// What was registered twice, by name.
    private(set) var duplicates: [String] = []

    init() {}

    /// Registers for an event type, a family or a group; `perform` gets the typed payload.
    ///
    /// An event of that kind whose payload this build cannot decode becomes a dead letter that names the JSON path; replay
    /// it after an upgrade.
    public mutating func on<Payload>(
        _ kind: EventKind<Payload>,
        perform: @escaping @Sendable (Payload, Delivery) async throws -> Void
    ) {
        let route = Route(name: kind.name) { event, delivery in
            try await perform(Self.payload(of: event, as: kind), delivery)
        }
        guard isFirst(kind.name) else { return }
        for type in kind.types {
            if let present = routes[type], present.breadth < kind.breadth { continue }
            routes[type] = (kind.breadth, route)
        }
    }

    /// Cannot be called, since every kind has a payload.
    ///
    /// It is here for the compiler, which with it reports a misspelt kind as just that, and not also the parameters of a
    /// short closure as of unknown type.
    @available(*, unavailable, message: "There is no such kind of event")
    public mutating func on(
        _ kind: EventKind<Never>,
        perform: @escaping @Sendable (Never, Delivery) async throws -> Void
    ) {}

    /// Registers for every event that nothing narrower in this module takes; `perform` gets the event as it is.
    public mutating func onAny(perform: @escaping @Sendable (WebhookEvent, Delivery) async throws -> Void) {
        guard isFirst("any") else { return }
        any = Route(name: "any", perform: perform)
    }

    /// Registers for events whose type this build does not know, and for signed messages without a type.
    public mutating func onUnknown(perform: @escaping @Sendable (WebhookEvent, Delivery) async throws -> Void) {
        guard isFirst("unknown") else { return }
        unknown = Route(name: "unknown", perform: perform)
    }

    /// Takes only the types that a pattern means, of those registered for; nil takes all.
    mutating func restrict(to patterns: [TypePattern]?) {
        self.patterns = patterns
    }

    /// What was registered, in the order of the alphabet, and the patterns it is restricted to.
    package var summary: (names: [String], patterns: [String]?) {
        (names.sorted(), patterns?.map(\.rawValue))
    }

    /// Whether new events of a type are for the module.
    func wants(_ type: EventType?) -> Bool {
        if let patterns, !patterns.contains(where: { $0.matches(type?.rawValue) }) { return false }
        return route(for: type) != nil
    }

    /// Whether a type is wanted by its name, its family or its group, or by a restriction to it.
    func asks(for type: EventType) -> Bool {
        wants(type) && (routes[type] != nil || patterns != nil)
    }

    /// Whether whatever comes is wanted, without asking for any of it.
    var takesEveryType: Bool { any != nil && patterns == nil }

    /// The closure for an event, or nil when the module has none.
    ///
    /// What it is restricted to says nothing about an event that is on its way to it already.
    func route(for type: EventType?) -> Route? {
        guard let type, type.isKnown else { return unknown ?? any }
        return routes[type]?.route ?? any
    }

    private mutating func isFirst(_ name: String) -> Bool {
        let isFirst = names.insert(name).inserted
        if !isFirst { duplicates.append(name) }
        return isFirst
    }

    private static func payload<Payload>(of event: WebhookEvent, as kind: EventKind<Payload>) throws -> Payload {
        if let payload = kind.extract(event.payload) { return payload }
        if case .undecodable(let failure) = event.payload {
            throw HandlerError.permanent("This version cannot decode the event: \(failure)")
        }
        throw HandlerError.permanent("This version does not decode the event as \(kind.name)")
    }
}
