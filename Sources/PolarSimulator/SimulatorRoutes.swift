import PolarEvents

/// Who answers which request of Polar's API.
enum SimulatorRoutes {
    static let eventTypes = Set(EventType.all.map(\.rawValue))

    /// The answer to a method that a path does not have.
    static func wrongMethod(allowed: String) -> SimulatorAnswer {
        var answer = SimulatorAnswer.json(["detail": "Method Not Allowed"], status: 405)
        answer.headers = [("Allow", allowed)]
        return answer
    }

    /// What the token must be good for; any one of the scopes will do.
    private static func scopes(_ request: SimulatorRequest) -> [String] {
        switch request.segments.dropFirst().first {
        case "webhooks" where request.method == "GET": ["webhooks:read", "webhooks:write"]
        case "webhooks": ["webhooks:write"]
        case "customers": ["customers:read", "customers:write"]
        case "organizations": ["organizations:read", "organizations:write"]
        case "cli": ["webhooks:read", "webhooks:write"]
        default: []
        }
    }

    /// Why a request is not let in; nil where it is.
    static func refusal(_ request: SimulatorRequest, _ state: inout SimulatorState) -> SimulatorAnswer? {
        if let version = request.version, !EndpointRoutes.versions.contains(version) { return .noSuchPath }
        if !state.failures.isEmpty { return .empty(state.failures.removeFirst()) }
        guard let token = request.token, let granted = state.oauth.scopes(of: token) else {
            return .oauth(
                "invalid_token",
                "The access token is missing, expired or revoked.",
                status: 401,
                headers: [("WWW-Authenticate", "Bearer")]
            )
        }
        if let seconds = state.limiter.wait(for: token) {
            return .empty(429, headers: [("Retry-After", "\(seconds)")])
        }
        guard !scopes(request).allSatisfy({ !granted.contains($0) }) else {
            let needed = scopes(request).joined(separator: " ")
            return .oauth("insufficient_scope", "It needs one of: \(needed)", status: 403)
        }
        return nil
    }

    /// Answers a request that was let in.
    static func answer(_ request: SimulatorRequest, _ state: inout SimulatorState) -> SimulatorAnswer {
        let segments = request.segments
        switch (segments.dropFirst().first, segments.dropFirst(2).first) {
        case ("webhooks", "endpoints"): return EndpointRoutes.answer(request, &state)
        case ("webhooks", "deliveries") where segments.count == 3:
            return request.method == "GET" ? DeliveryRoutes.list(request, state) : wrongMethod(allowed: "GET")
        case ("webhooks", "events") where segments.count == 5 && segments[4] == "redeliver":
            guard request.method == "POST" else { return wrongMethod(allowed: "POST") }
            return DeliveryRoutes.redelivery(of: segments[3], state)
        case ("customers", _): return CustomerRoutes.answer(request, state)
        case ("organizations", nil): return CustomerRoutes.organizations(request, state)
        default: return .noSuchPath
        }
    }
}
