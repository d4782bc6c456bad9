import StandardWebhooks

extension Receiver {
    /// Whether a receiver can be made of these endpoints and modules; makes nothing.
    ///
    /// - Throws: ``RegistrationError``, one sentence that says what to change.
    package static func check(
        endpoints: [WebhookEndpoint],
        modules: [any HandlerModule]
    ) throws(RegistrationError) {
        try check(endpoints, HandlerRegistry(modules: modules))
    }

    /// The routes of endpoints, checked.
    static func routes(
        for endpoints: [WebhookEndpoint],
        registry: HandlerRegistry,
        inbox: Inbox
    ) throws(RegistrationError) -> [EndpointRoute] {
        try check(endpoints, registry)
        var routes: [EndpointRoute] = []
        for endpoint in endpoints {
            do { routes.append(try EndpointRoute(endpoint: endpoint, registry: registry, inbox: inbox)) } catch {
                throw .endpointWithoutSecret(endpoint.name)
            }
        }
        return routes
    }

    private static func check(
        _ endpoints: [WebhookEndpoint],
        _ registry: HandlerRegistry
    ) throws(RegistrationError) {
        var names: Set<String> = []
        var paths: Set<RoutePath> = []
        for endpoint in endpoints {
            guard WebhookEndpoint.canServe(endpoint.path) else {
                throw .unreachableEndpoint(endpoint.name, path: endpoint.path)
            }
            guard names.insert(endpoint.name).inserted else { throw .duplicateEndpoint(endpoint.name) }
            guard paths.insert(RoutePath(endpoint.path)).inserted else { throw .duplicateEndpoint(endpoint.path) }
            guard !endpoint.secrets.isEmpty else { throw .endpointWithoutSecret(endpoint.name) }
            try registry.check(endpoint)
        }
    }
}
