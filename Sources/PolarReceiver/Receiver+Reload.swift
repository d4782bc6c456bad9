import StandardWebhooks
import Synchronization

extension Receiver {
    /// Puts other rules in force: secrets, tolerance and senders of the endpoints, and the event types that modules take.
    ///
    /// Endpoints are known by their names and modules by their ids; what the receiver does not have, it does not get.
    /// Everything or, with an error, nothing changes, and no request is disturbed.
    ///
    /// - Throws: ``RegistrationError``.
    package func reload(
        endpoints: [WebhookEndpoint],
        modules: [any HandlerModule]
    ) throws(RegistrationError) {
        let registry = registry.withLock { $0 }.restricted(as: modules)
        var changes: [(route: EndpointRoute, rules: EndpointRules)] = []
        for endpoint in endpoints {
            guard let route = routes.first(where: { $0.name == endpoint.name }) else { continue }
            do { changes.append((route, try route.rules(endpoint, registry: registry))) } catch {
                throw .endpointWithoutSecret(endpoint.name)
            }
        }
        for change in changes { change.route.use(change.rules) }
        self.registry.withLock { $0 = registry }
    }
}
