import HTTPClient
import PolarEvents

extension PolarClient {
    /// Customers and their states; they need the scope `customers:read`.
    public struct Customers: Sendable {
        let client: PolarClient
    }
}

extension PolarClient.Customers {
    private static let path = "/v1/customers/"

    /// A page of the customers.
    ///
    /// - Parameters:
    ///   - page: counted from 1.
    ///   - limit: items on a page, at most 100.
    ///   - sorting: by what, with a minus sign for the other direction.
    public func list(
        page: Int = 1,
        limit: Int = 100,
        sorting: [String] = ["-created_at"]
    ) async throws(PolarError) -> ListResource<CustomerSummary> {
        let query = [("page", "\(page)"), ("limit", "\(limit)")] + sorting.map { ("sorting", $0) }
        return try await client.value(PolarRequest(method: .get, path: Self.path, query: query))
    }

    /// What a customer has now: active subscriptions, granted benefits, meters.
    public func getState(id: String) async throws(PolarError) -> CustomerStateDocument {
        try await state(Self.path + QueryText.encoded(id) + "/state")
    }

    /// The same for a customer that your own system knows by this id.
    public func getStateExternal(externalID: String) async throws(PolarError) -> CustomerStateDocument {
        try await state("\(Self.path)external/\(QueryText.encoded(externalID))/state")
    }

    private func state(_ path: String) async throws(PolarError) -> CustomerStateDocument {
        try CustomerStateDocument(try await client.send(PolarRequest(method: .get, path: path)).body)
    }
}
