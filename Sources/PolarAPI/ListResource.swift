/// A page of a list.
public struct ListResource<Item: Decodable & Sendable>: Decodable, Sendable {
    private enum CodingKeys: String, CodingKey {
        case items, pagination
    }

    private struct Pagination: Decodable {
        let total_count: Int
        let max_page: Int
    }

    /// What is on the page.
    public let items: [Item]

    /// The number of items on all pages.
    public let totalCount: Int

    /// The number of the last page; 0 or 1 where there is nothing.
    public let maxPage: Int

    /// Reads a page.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        items = try container.decode([Item].self, forKey: .items)
        let pagination = try container.decode(Pagination.self, forKey: .pagination)
        totalCount = pagination.total_count
        maxPage = pagination.max_page
    }
}
