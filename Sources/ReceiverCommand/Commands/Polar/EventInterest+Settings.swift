import PolarEvents
import PolarReceiver

extension EventInterest {
    /// What the configured handlers take, or those of an endpoint.
    ///
    /// - Throws: ``CommandFailure`` with exit code 78.
    init(_ settings: Settings, of endpoint: EndpointSettings? = nil) throws {
        let modules = try settings.modules().filter { endpoint?.handlers?.contains($0.id) ?? true }
        do throws(RegistrationError) { try self.init(modules: modules) } catch {
            throw CommandFailure.configuration(error.description)
        }
    }

    /// The types to ask Polar for: all known ones where a handler takes any.
    var handledTypes: [String] { EventType.all.filter(wants).map(\.rawValue).sorted() }
}
