import HTTPClient

extension PolarClient {
    /// Webhook endpoints and their deliveries; reading needs the scope `webhooks:read`, changing `webhooks:write`.
    public struct Webhooks: Sendable {
        let client: PolarClient
    }
}

extension PolarClient.Webhooks {
    private static let endpoints = "/v1/webhooks/endpoints"
    private static let pageSize = 100

    /// A page of the endpoints, newest first.
    ///
    /// - Parameters:
    ///   - organizationID: only those of these organizations; all where it is empty.
    ///   - page: counted from 1.
    ///   - limit: items on a page, at most 100.
    public func listWebhookEndpoints(
        organizationID: [String] = [],
        page: Int = 1,
        limit: Int = 100
    ) async throws(PolarError) -> ListResource<PolarEndpoint> {
        var query = organizationID.map { (name: "organization_id", value: $0) }
        query += [("page", "\(page)"), ("limit", "\(limit)")]
        return try await client.value(PolarRequest(method: .get, path: Self.endpoints, query: query))
    }

    /// All endpoints, newest first.
    public func allWebhookEndpoints(organizationID: [String] = []) async throws(PolarError) -> [PolarEndpoint] {
        var all: [PolarEndpoint] = []
        var (page, lastPage) = (1, 1)
        while page <= lastPage {
            let list = try await listWebhookEndpoints(organizationID: organizationID, page: page, limit: Self.pageSize)
            all += list.items
            (page, lastPage) = (page + 1, list.maxPage)
        }
        return all
    }

    /// Makes an endpoint; its secret comes with it.
    public func createWebhookEndpoint(_ endpoint: PolarEndpointCreate) async throws(PolarError) -> PolarEndpoint {
        let body = try PolarJSON.encode(endpoint)
        return try await client.value(PolarRequest(method: .post, path: Self.endpoints, body: body))
    }

    /// One endpoint.
    public func getWebhookEndpoint(id: String) async throws(PolarError) -> PolarEndpoint {
        try await client.value(PolarRequest(method: .get, path: Self.path(id)))
    }

    /// Changes an endpoint; what is nil stays as it is.
    public func updateWebhookEndpoint(
        id: String,
        _ update: PolarEndpointUpdate
    ) async throws(PolarError) -> PolarEndpoint {
        let body = try PolarJSON.encode(update)
        return try await client.value(PolarRequest(method: .patch, path: Self.path(id), body: body))
    }

    /// Gives an endpoint a new secret, which comes with it.
    ///
    /// The old one signs nothing from then on.
    public func resetWebhookEndpointSecret(id: String) async throws(PolarError) -> PolarEndpoint {
        try await client.value(PolarRequest(method: .patch, path: Self.path(id) + "/secret"))
    }

    /// Deletes an endpoint.
    public func deleteWebhookEndpoint(id: String) async throws(PolarError) {
        _ = try await client.send(PolarRequest(method: .delete, path: Self.path(id)))
    }

    /// A page of the attempts to deliver events, newest first.
    ///
    /// Events without an attempt are not in it.
    ///
    /// - Parameters:
    ///   - query: which attempts.
    ///   - page: counted from 1.
    ///   - limit: items on a page, at most 100.
    public func listWebhookDeliveries(
        _ query: PolarDeliveryQuery = PolarDeliveryQuery(),
        page: Int = 1,
        limit: Int = 100
    ) async throws(PolarError) -> ListResource<PolarDelivery> {
        let query = query.parts + [("page", "\(page)"), ("limit", "\(limit)")]
        return try await client.value(PolarRequest(method: .get, path: "/v1/webhooks/deliveries", query: query))
    }

    /// Has Polar send an event again, to the endpoint it is for; without effect where that is disabled.
    ///
    /// - Parameter id: the `webhook-id`.
    public func redeliverWebhookEvent(id: String) async throws(PolarError) {
        let path = "/v1/webhooks/events/\(QueryText.encoded(id))/redeliver"
        _ = try await client.send(PolarRequest(method: .post, path: path))
    }

    private static func path(_ id: String) -> String { "\(endpoints)/\(QueryText.encoded(id))" }
}
