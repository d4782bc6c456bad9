import Foundation
import PolarAPI

/// Reads an endpoint's delivery attempts from a moment on, the oldest first.
///
/// Polar lists the newest first and has no other order, so the list is read from its last page. An attempt that Polar adds
/// meanwhile would push another one to a page that was read already. The walk is therefore about the attempts up to the
/// newest one that Polar has when it begins, by Polar's own clock: ours can be ahead.
struct DeliveryWalk {
    private static let pageSize = 100

    /// How long before the newest attempt the walk ends: more than a query can be wrong by, which has milliseconds only.
    private static let margin: TimeInterval = 0.01

    let polar: PolarClient
    let query: PolarDeliveryQuery
    let pacer: Pacer

    /// Calls `body` with the attempts of each page, and how many pages are done of how many.
    ///
    /// An attempt can be on two pages.
    func forEachPage(
        _ body: (_ deliveries: [PolarDelivery], _ done: Int, _ total: Int) async throws(ReconciliationError) -> Void
    ) async throws(ReconciliationError) {
        let first = try await page(1, of: query)
        guard first.maxPage > 1, let newest = first.items.first?.createdAt else {
            return try await body(first.items.reversed(), 1, 1)
        }
        var ended = query
        let end = newest.addingTimeInterval(-Self.margin)
        ended.end = end
        let last = try await attempts(since: end.addingTimeInterval(-Self.margin), first)
        let page = try await page(1, of: ended)
        let total = max(1, page.maxPage)
        for number in stride(from: total, through: 1, by: -1) {
            let items = number == 1 ? last + page.items : try await self.page(number, of: ended).items
            try await body(items.reversed(), total - number + 1, total)
        }
    }

    /// The attempts that the walk would end before, the newest first: those that come meanwhile push none of them away.
    private func attempts(
        since date: Date,
        _ first: ListResource<PolarDelivery>
    ) async throws(ReconciliationError) -> [PolarDelivery] {
        var page = first
        var (number, found) = (1, page.items)
        while let oldest = found.last, oldest.createdAt >= date, number < page.maxPage {
            number += 1
            page = try await self.page(number, of: query)
            found += page.items
        }
        return found.filter { $0.createdAt >= date }
    }

    private func page(
        _ number: Int,
        of query: PolarDeliveryQuery
    ) async throws(ReconciliationError) -> ListResource<PolarDelivery> {
        try await pacer.ask { () throws(PolarError) in
            try await polar.webhooks.listWebhookDeliveries(query, page: number, limit: Self.pageSize)
        }
    }
}
