import Foundation
import PolarAPI

/// Reads an endpoint's delivery attempts of a time, the oldest first.
///
/// Polar lists the newest first and has no other order. The time that is asked for ends before the walk begins, so nothing
/// is added to the list meanwhile, and it can be read from its last page.
struct DeliveryWalk {
    private static let pageSize = 100

    let polar: PolarClient
    let query: PolarDeliveryQuery
    let pacer: Pacer

    /// Calls `body` with the attempts of each page, and how many pages are done of how many.
    func forEachPage(
        _ body: (_ deliveries: [PolarDelivery], _ done: Int, _ total: Int) async throws(ReconciliationError) -> Void
    ) async throws(ReconciliationError) {
        let newest = try await page(1)
        let total = max(1, newest.maxPage)
        for number in stride(from: total, through: 1, by: -1) {
            let page = number == 1 ? newest : try await page(number)
            try await body(page.items.reversed(), total - number + 1, total)
        }
    }

    private func page(_ number: Int) async throws(ReconciliationError) -> ListResource<PolarDelivery> {
        try await pacer.ask { () throws(PolarError) in
            try await polar.webhooks.listWebhookDeliveries(query, page: number, limit: Self.pageSize)
        }
    }
}
