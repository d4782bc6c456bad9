import HTTPClient

extension PolarClient {
    /// The organizations that the token is for; they need the scope `organizations:read`.
    public struct Organizations: Sendable {
        let client: PolarClient
    }
}

extension PolarClient.Organizations {
    /// A page of the organizations, oldest first.
    ///
    /// - Parameters:
    ///   - page: counted from 1.
    ///   - limit: items on a page, at most 100.
    public func list(page: Int = 1, limit: Int = 100) async throws(PolarError) -> ListResource<OrganizationSummary> {
        let query = [(name: "page", value: "\(page)"), ("limit", "\(limit)")]
        return try await client.value(PolarRequest(method: .get, path: "/v1/organizations/", query: query))
    }
}
