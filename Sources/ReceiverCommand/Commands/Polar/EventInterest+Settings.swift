import PolarEvents
import PolarReceiver

extension EventInterest {
    /// What the configured handlers take, or those of an endpoint.
    ///
    /// - Throws: ``CommandFailure`` with exit code 78.
    init(_ settings: Settings, of endpoint: EndpointSettings? = nil) throws {
        try self.init(configured: settings.modules().filter { endpoint?.handlers?.contains($0.id) ?? true })
    }

    /// What some of the configured handlers take.
    ///
    /// - Throws: ``CommandFailure`` with exit code 78.
    init(configured modules: [any HandlerModule]) throws {
        do throws(RegistrationError) { try self.init(modules: modules) } catch {
            throw CommandFailure.configuration(error.description)
        }
    }

    /// The types to ask Polar for: all known ones where a handler takes any.
    var handledTypes: [String] { EventType.all.filter(wants).map(\.rawValue).sorted() }
}
