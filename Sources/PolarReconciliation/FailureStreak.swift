package import PolarAPI

/// How many of an endpoint's events in a row have failed for good: at ten Polar disables the endpoint.
package enum FailureStreak {
    /// At which Polar disables an endpoint.
    package static let limit = 10

    /// As many attempts as ten events have that failed for good: a hundred, the newest first.
    static func newestDeliveries(
        to endpoint: PolarEndpoint,
        at polar: PolarClient
    ) async throws(PolarError) -> [PolarDelivery] {
        var query = PolarDeliveryQuery()
        query.endpointID = [endpoint.id]
        return try await polar.webhooks.listWebhookDeliveries(query, page: 1, limit: 100).items
    }

    /// Counts from the newest event that Polar is done with.
    ///
    /// - Parameter deliveries: attempts in any order.
    package static func length(of deliveries: [PolarDelivery]) -> Int {
        var events: [String: PolarWebhookEvent] = [:]
        for delivery in deliveries { events[delivery.event.id] = delivery.event }
        return events.values
            .filter { $0.succeeded != nil && !$0.isSkipped }
            .sorted { $0.createdAt > $1.createdAt }
            .prefix { $0.succeeded == false }
            .count
    }
}
