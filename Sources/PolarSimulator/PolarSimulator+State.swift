public import Foundation

extension PolarSimulator {
    /// The endpoints, the oldest first.
    public var endpoints: [SimulatedEndpoint] { state.withLock { $0.endpoints } }

    /// The events, the oldest first.
    public var events: [SimulatedEvent] { state.withLock { $0.events } }

    /// Makes an endpoint that is enabled.
    ///
    /// - Parameters:
    ///   - url: an `https` address, or an `http` one of this machine.
    ///   - events: the event types to send; nil for all.
    ///   - secret: of an older kind, whose text is the key; nil makes one of today.
    @discardableResult
    public func addEndpoint(url: String, events: [String]? = nil, secret: String? = nil) -> SimulatedEndpoint {
        let endpoint = SimulatedEndpoint(
            id: SimulatorText.id(),
            createdAt: Date(),
            url: url,
            format: "raw",
            secret: secret ?? SimulatorText.secret(),
            usesStandardSignature: secret == nil,
            events: events ?? SimulatorRoutes.eventTypes.sorted(),
            apiVersion: EndpointRoutes.currentVersion
        )
        return state.withLock { state in
            state.endpoints.append(endpoint)
            return endpoint
        }
    }

    /// Changes what only Polar's own pages change.
    public func change(
        endpoint id: String,
        url: String? = nil,
        format: String? = nil,
        isEnabled: Bool? = nil,
        apiVersion: String? = nil
    ) {
        state.withLock { state in
            _ = state.change(id) { endpoint in
                endpoint.url = url ?? endpoint.url
                endpoint.format = format ?? endpoint.format
                endpoint.isEnabled = isEnabled ?? endpoint.isEnabled
                endpoint.apiVersion = apiVersion ?? endpoint.apiVersion
            }
        }
    }

    /// Gives a customer a state, and makes the customer where there is none.
    public func setCustomer(_ id: String, externalID: String? = nil, state text: String) {
        state.withLock { $0.setCustomer(id, externalID: externalID, state: text) }
    }

    /// Removes the payload of an event, as Polar does after 90 days.
    public func archive(event id: String) {
        state.withLock { state in
            for index in state.events.indices where state.events[index].id == id { state.events[index].payload = nil }
        }
    }

    /// Answers the next requests to the API with these statuses instead of working.
    public func fail(_ statuses: Int...) {
        state.withLock { $0.failures += statuses }
    }

    /// Makes a token with some scopes only.
    public func addAccessToken(scopes: [String]) -> String {
        state.withLock { $0.oauth.addOrganizationToken(scopes: scopes) }
    }

    /// Makes a token, or a pair, useless.
    public func revoke(_ token: String) {
        state.withLock { $0.oauth.revoke(token) }
    }

    /// Registers a client.
    ///
    /// - Parameters:
    ///   - method: `client_secret_post`, `client_secret_basic` or `none`.
    ///   - redirectURI: where its sign-ins lead to.
    ///   - grantTypes: what it may ask tokens for.
    /// - Returns: its id, and its secret where it has one.
    public func addClient(
        method: String,
        redirectURI: String,
        grantTypes: [String] = ["authorization_code", "refresh_token"]
    ) -> (id: String, secret: String?) {
        let client = OAuthBook.Client(
            id: SimulatorText.token("polar_ci_"),
            secret: method == "none" ? nil : SimulatorText.token("polar_cs_"),
            method: method,
            redirectURIs: [redirectURI],
            name: "Test",
            scope: OAuthRoutes.defaultScope,
            grantTypes: grantTypes,
            registrationToken: SimulatorText.token("polar_crt_")
        )
        state.withLock { $0.oauth.add(client) }
        return (client.id, client.secret)
    }

    /// A code, as a person's consent would give it.
    public func addCode(client: String, redirectURI: String, challenge: String?) -> String {
        state.withLock { state in
            state.oauth.addCode(
                OAuthBook.Code(
                    client: client,
                    redirectURI: redirectURI,
                    scope: OAuthRoutes.defaultScope,
                    challenge: challenge,
                    method: "S256",
                    createdAt: state.oauth.now
                )
            )
        }
    }

    /// A web session, for the grant `web`.
    public func addSession() -> String { state.withLock { $0.oauth.addSession() } }

    /// Makes it later for codes and tokens.
    public func advanceOAuthClock(by seconds: TimeInterval) {
        state.withLock { $0.oauth.clockOffset += seconds }
    }
}

extension SimulatorState {
    /// Gives a customer a state.
    mutating func setCustomer(_ id: String, externalID: String?, state: String) {
        if let index = customers.firstIndex(where: { $0.id == id }) {
            customers[index].state = state
            customers[index].externalID = externalID ?? customers[index].externalID
        } else {
            customers.append(Customer(id: id, externalID: externalID, createdAt: Date(), state: state))
        }
    }
}
