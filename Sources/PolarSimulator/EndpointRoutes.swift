import Foundation
import HTTPServer

/// `/v1/webhooks/endpoints`.
enum EndpointRoutes {
    static let versions = ["2026-04", "2026-10", "2027-01"]
    static let currentVersion = "2026-10"
    private static let formats = ["raw", "discord", "slack"]

    static func answer(_ request: SimulatorRequest, _ state: inout SimulatorState) -> SimulatorAnswer {
        let id = request.segments.count > 3 ? request.segments[3] : nil
        switch (request.method, id, request.segments.count) {
        case ("GET", nil, 3): return list(request, state)
        case ("POST", nil, 3): return create(request, &state)
        case ("GET", let id?, 4): return one(id, state)
        case ("PATCH", let id?, 4): return update(id, request, &state)
        case ("DELETE", let id?, 4): return delete(id, &state)
        case ("PATCH", let id?, 5) where request.segments[4] == "secret": return resetSecret(id, &state)
        case (_, nil, 3): return SimulatorRoutes.wrongMethod(allowed: "GET, POST")
        case (_, _, 4): return SimulatorRoutes.wrongMethod(allowed: "GET, PATCH, DELETE")
        case (_, _, 5) where request.segments[4] == "secret": return SimulatorRoutes.wrongMethod(allowed: "PATCH")
        default: return .noSuchPath
        }
    }

    private static func list(_ request: SimulatorRequest, _ state: SimulatorState) -> SimulatorAnswer {
        guard let page = ListPage(request.query) else { return ListPage.invalid }
        let organizations = request.query.all("organization_id")
        let isMeant = organizations.isEmpty || organizations.contains(state.organizationID)
        return page.answer(isMeant ? state.endpoints.reversed() : []) { $0.json(organization: state.organizationID) }
    }

    private static func one(_ id: String, _ state: SimulatorState) -> SimulatorAnswer {
        guard let endpoint = state.endpoint(id) else { return missing(id) }
        return .json(endpoint.json(organization: state.organizationID))
    }

    private static func create(_ request: SimulatorRequest, _ state: inout SimulatorState) -> SimulatorAnswer {
        guard let body = SimulatorJSON.object(request.body) else {
            return .invalid(["body"], "Input should be a valid dictionary")
        }
        for name in ["url", "format", "events"] where body[name] == nil {
            return .invalid(["body", name], "Field required")
        }
        if let refusal = refusal(of: body) { return refusal }
        let endpoint = SimulatedEndpoint(
            id: SimulatorText.id(),
            createdAt: Date(),
            url: body["url"] as? String ?? "",
            name: body["name"] as? String,
            format: body["format"] as? String ?? "raw",
            secret: SimulatorText.secret(),
            usesStandardSignature: true,
            events: body["events"] as? [String] ?? [],
            apiVersion: body["api_version"] as? String ?? currentVersion
        )
        state.endpoints.append(endpoint)
        return .json(endpoint.json(organization: state.organizationID), status: 201)
    }

    private static func update(
        _ id: String,
        _ request: SimulatorRequest,
        _ state: inout SimulatorState
    ) -> SimulatorAnswer {
        guard let body = SimulatorJSON.object(request.body) else {
            return .invalid(["body"], "Input should be a valid dictionary")
        }
        if let refusal = refusal(of: body) { return refusal }
        let changed = state.change(id) { endpoint in
            if let url = body["url"] as? String { endpoint.url = url }
            if let name = body["name"] as? String { endpoint.name = name }
            if let format = body["format"] as? String { endpoint.format = format }
            if let events = body["events"] as? [String] { endpoint.events = events }
            if let version = body["api_version"] as? String { endpoint.apiVersion = version }
            if let isEnabled = body["enabled"] as? Bool { endpoint.isEnabled = isEnabled }
        }
        return changed.map { .json($0.json(organization: state.organizationID)) } ?? missing(id)
    }

    /// The new secret is of today's kind, whatever the old one was.
    private static func resetSecret(_ id: String, _ state: inout SimulatorState) -> SimulatorAnswer {
        let changed = state.change(id) { endpoint in
            endpoint.secret = SimulatorText.secret()
            endpoint.usesStandardSignature = true
        }
        return changed.map { .json($0.json(organization: state.organizationID)) } ?? missing(id)
    }

    private static func delete(_ id: String, _ state: inout SimulatorState) -> SimulatorAnswer {
        guard state.endpoint(id) != nil else { return missing(id) }
        state.endpoints.removeAll { $0.id == id }
        return .empty(204)
    }

    // MARK: Checks

    private static func missing(_ id: String) -> SimulatorAnswer {
        UUID(uuidString: id) == nil ? .invalid(["path", "id"], "Input should be a valid UUID", input: id) : .notFound
    }

    private static func refusal(of body: [String: Any]) -> SimulatorAnswer? {
        if let url = body["url"], !(url is NSNull), !isURL(url) {
            return .invalid(["body", "url"], "Input should be a valid URL", input: url)
        }
        if let name = body["name"], !(name is NSNull), !(name is String) {
            return .invalid(["body", "name"], "Input should be a valid string", input: name)
        }
        if let format = body["format"], !(format is NSNull), !formats.contains(format as? String ?? "") {
            return .invalid(["body", "format"], "Input should be 'raw', 'discord' or 'slack'", input: format)
        }
        if let events = body["events"], !(events is NSNull), !isEventList(events) {
            return .invalid(["body", "events"], "Input should be a valid event type", input: events)
        }
        if let version = body["api_version"], !(version is NSNull), !versions.contains(version as? String ?? "") {
            return .invalid(["body", "api_version"], "Input should be a version", input: version)
        }
        if let isEnabled = body["enabled"], !(isEnabled is NSNull), !(isEnabled is Bool) {
            return .invalid(["body", "enabled"], "Input should be a valid boolean", input: isEnabled)
        }
        return nil
    }

    /// `https`, or `http` to this machine, which the real Polar refuses.
    private static func isURL(_ value: Any) -> Bool {
        guard let text = value as? String, text.utf8.count <= 2_083, let parts = URLComponents(string: text),
            let host = parts.host, !host.isEmpty
        else { return false }
        let isLocal = ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host)
        return parts.scheme == "https" || parts.scheme == "http" && isLocal
    }

    private static func isEventList(_ value: Any) -> Bool {
        guard let events = value as? [String] else { return false }
        return events.allSatisfy(SimulatorRoutes.eventTypes.contains)
    }
}
