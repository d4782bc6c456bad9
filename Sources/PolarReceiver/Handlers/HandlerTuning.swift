package import EventStore

/// What the configuration can say about every handler, whatever its module is.
package struct HandlerTuning: Hashable, Sendable {
    /// How many seconds an attempt may be given.
    package static let timeoutRange = 1...86_400

    /// How many deliveries at the same time, and how many attempts of each, there may be.
    package static let countRange = 1...1_000

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
        if events?.isEmpty == true || events?.contains(where: { !$0.isWellFormed }) == true {
            throw options.wrong(
                "events",
                "a list of event types in small letters, such as order.paid, or with a star at the end, such as order.*"
            )
        }
        timeout = try options.seconds("timeout", in: Self.timeoutRange)
        concurrencyLimit = try options.integer("concurrency", in: Self.countRange)
        maximumAttempts = try options.integer("attempts", in: Self.countRange)
    }
}
