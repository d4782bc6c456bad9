import HTTPServer

/// The page that a request asks for.
struct ListPage {
    private static let largest = 100

    private let page: Int
    private let limit: Int

    /// Nil for numbers that are none.
    init?(_ query: FormFields) {
        guard let page = Int(query["page"] ?? "1"), let limit = Int(query["limit"] ?? "10"), page > 0, limit > 0 else {
            return nil
        }
        self.page = page
        self.limit = min(limit, Self.largest)
    }

    func answer<Item>(_ items: [Item], _ json: (Item) -> [String: Any]) -> SimulatorAnswer {
        let (start, isBeyond) = (page - 1).multipliedReportingOverflow(by: limit)
        let shown = isBeyond ? [] : items.dropFirst(start).prefix(limit)
        let pages = (items.count + limit - 1) / limit
        return .json([
            "items": shown.map(json), "pagination": ["total_count": items.count, "max_page": pages],
        ])
    }

    static let invalid = SimulatorAnswer.invalid(["query", "page"], "Input should be greater than 0")
}
