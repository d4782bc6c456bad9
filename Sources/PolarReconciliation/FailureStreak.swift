package import PolarAPI

/// How many of an endpoint's events in a row have failed for good: at ten Polar disables the endpoint.
package enum FailureStreak {
    /// At which Polar disables an endpoint.
    package static let limit = 10

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
