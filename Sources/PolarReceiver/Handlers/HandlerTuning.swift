package import EventStore

/// What the configuration can say about every handler, whatever its module is.
package struct HandlerTuning: Hashable, Sendable {
    /// The types to take of those that the module registers for; nil for all.
    package var events: [TypePattern]?

    /// Instead of the module's own.
    package var timeout: Duration?
    package var concurrencyLimit: Int?
    package var maximumAttempts: Int?

    /// Changes nothing.
    package init() {}

    /// Reads `events`, `timeout`, `concurrency` and `attempts`.
    package init(_ options: HandlerOptions) throws(HandlerOptionError) {
        events = options.list("events").map { $0.map(TypePattern.init(rawValue:)) }
        if events?.isEmpty == true || events?.contains(where: \.rawValue.isEmpty) == true {
            throw options.wrong("events", "a list of event types such as order.paid and order.*")
        }
        timeout = try options.seconds("timeout", in: 1...86_400)
        concurrencyLimit = try options.integer("concurrency", in: 1...1_000)
        maximumAttempts = try options.integer("attempts", in: 1...1_000)
    }
}
