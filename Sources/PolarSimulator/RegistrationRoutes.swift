import Foundation

/// `/v1/oauth2/register`.
enum RegistrationRoutes {
    private static let methods = ["client_secret_post", "client_secret_basic", "none"]
    private static let grants = ["authorization_code", "refresh_token"]

    static func answer(_ request: SimulatorRequest, _ book: inout OAuthBook) -> SimulatorAnswer {
        switch (request.method, request.segments.count) {
        case ("POST", 3): return register(request, &book)
        case (_, 3): return SimulatorRoutes.wrongMethod(allowed: "POST")
        case (_, 4): return managed(request, &book)
        default: return .noSuchPath
        }
    }

    private static func register(_ request: SimulatorRequest, _ book: inout OAuthBook) -> SimulatorAnswer {
        guard let body = SimulatorJSON.object(request.body) else {
            return .invalid(["body"], "Input should be a valid dictionary")
        }
        if let refusal = refusal(of: body) { return refusal }
        let method = body["token_endpoint_auth_method"] as? String ?? methods[0]
        let client = OAuthBook.Client(
            id: SimulatorText.token("polar_ci_"),
            secret: method == "none" ? nil : SimulatorText.token("polar_cs_"),
            method: method,
            redirectURIs: body["redirect_uris"] as? [String] ?? [],
            name: body["client_name"] as? String ?? "",
            scope: body["scope"] as? String ?? OAuthRoutes.defaultScope,
            grantTypes: body["grant_types"] as? [String] ?? grants,
            registrationToken: SimulatorText.token("polar_crt_")
        )
        book.add(client)
        return .json(json(client), status: 201)
    }

    private static func managed(_ request: SimulatorRequest, _ book: inout OAuthBook) -> SimulatorAnswer {
        guard let client = book.clients[request.segments[3]], request.token == client.registrationToken else {
            return .oauth("invalid_token", "The registration token is wrong.", status: 401)
        }
        switch request.method {
        case "GET": return .json(json(client))
        case "DELETE":
            book.remove(client.id)
            return .empty(204)
        case "PUT": return update(client, request, &book)
        default: return SimulatorRoutes.wrongMethod(allowed: "GET, PUT, DELETE")
        }
    }

    private static func update(
        _ client: OAuthBook.Client,
        _ request: SimulatorRequest,
        _ book: inout OAuthBook
    ) -> SimulatorAnswer {
        guard let body = SimulatorJSON.object(request.body), body["client_id"] as? String == client.id else {
            return .invalid(["body", "client_id"], "Field required")
        }
        if let refusal = refusal(of: body) { return refusal }
        var client = client
        client.name = body["client_name"] as? String ?? client.name
        client.redirectURIs = body["redirect_uris"] as? [String] ?? client.redirectURIs
        client.scope = body["scope"] as? String ?? client.scope
        book.add(client)
        return .json(json(client))
    }

    private static func refusal(of body: [String: Any]) -> SimulatorAnswer? {
        guard body["client_name"] is String else { return .invalid(["body", "client_name"], "Field required") }
        guard let addresses = body["redirect_uris"] as? [String], !addresses.isEmpty,
            addresses.allSatisfy({ URLComponents(string: $0)?.scheme != nil })
        else { return .invalid(["body", "redirect_uris"], "Input should be a list of URLs") }
        if let method = body["token_endpoint_auth_method"], !methods.contains(method as? String ?? "") {
            return .invalid(["body", "token_endpoint_auth_method"], "Input should be a method", input: method)
        }
        if let types = body["grant_types"], !(types as? [String] ?? [""]).allSatisfy(grants.contains) {
            return .invalid(["body", "grant_types"], "Input should be a grant type", input: types)
        }
        if let scope = body["scope"], !(scope is String) {
            return .invalid(["body", "scope"], "Input should be a valid string", input: scope)
        }
        return nil
    }

    private static func json(_ client: OAuthBook.Client) -> [String: Any] {
        [
            "client_id": client.id, "client_secret": client.secret ?? NSNull(), "client_name": client.name,
            "redirect_uris": client.redirectURIs, "token_endpoint_auth_method": client.method,
            "grant_types": client.grantTypes, "response_types": ["code"], "scope": client.scope,
            "registration_access_token": client.registrationToken,
            "registration_client_uri": "/v1/oauth2/register/\(client.id)",
        ]
    }
}
