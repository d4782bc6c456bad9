import Foundation

/// `/simulator`, which is no part of Polar: what other programs need to drive a simulated one.
enum ControlRoutes {
    static func answer(_ request: SimulatorRequest, _ state: inout SimulatorState) -> SimulatorAnswer {
        if request.method == "POST" {
            guard !request.isFromOtherSite else { return .json(["detail": "Another site's page asks."], status: 403) }
            guard request.isJSON else {
                return .json(["detail": "Send it with Content-Type: application/json."], status: 415)
            }
        }
        switch (request.method, Array(request.segments.dropFirst())) {
        case ("GET", ["events"]): return events(state)
        case ("POST", ["events"]): return request.body.isEmpty ? .empty(400) : .json([String: Any](), status: 201)
        case ("POST", let parts) where parts.count == 3 && parts[0] == "customers" && parts[2] == "state":
            state.setCustomer(parts[1], externalID: nil, state: String(decoding: request.body, as: UTF8.self))
            return .empty(204)
        default: return .noSuchPath
        }
    }

    static func discovery(_ url: String) -> SimulatorAnswer {
        .json([
            "issuer": url, "authorization_endpoint": "\(url)/oauth2/authorize",
            "token_endpoint": "\(url)/v1/oauth2/token", "revocation_endpoint": "\(url)/v1/oauth2/revoke",
            "introspection_endpoint": "\(url)/v1/oauth2/introspect", "userinfo_endpoint": "\(url)/v1/oauth2/userinfo",
            "registration_endpoint": "\(url)/v1/oauth2/register", "response_types_supported": ["code"],
            "code_challenge_methods_supported": ["S256", "plain"],
        ])
    }

    private static func events(_ state: SimulatorState) -> SimulatorAnswer {
        .json(
            state.events.map { event in
                event.json().merging(["endpoint_id": event.endpointID, "attempts": event.attempts.count]) { first, _ in
                    first
                }
            }
        )
    }
}
