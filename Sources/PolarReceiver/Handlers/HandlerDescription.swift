import EventStore

/// What a module says of itself, for listings.
package struct HandlerDescription: Sendable {
    /// The module's id.
    package let id: HandlerID

    /// The name of its Swift type.
    package let module: String

    /// What it registers for: types, families such as `order.*`, groups, `any` and `unknown`.
    package let events: [String]

    /// The patterns that its configuration restricts it to, nil for none.
    package let restriction: [String]?

    package let ordering: Ordering
    package let concurrencyLimit: Int
    package let timeout: Duration
    package let maximumAttempts: Int

    /// Describes a module.
    ///
    /// - Throws: ``RegistrationError`` where it registers twice for the same events.
    package init(_ module: any HandlerModule) throws(RegistrationError) {
        self.init(try RegisteredHandler(module: module))
    }

    init(_ handler: RegisteredHandler) {
        id = handler.id
        module = handler.moduleName
        (events, restriction) = handler.events.summary
        ordering = handler.ordering
        concurrencyLimit = handler.concurrencyLimit
        timeout = handler.timeout
        maximumAttempts = handler.retryPolicy.maximumAttempts
    }
}
