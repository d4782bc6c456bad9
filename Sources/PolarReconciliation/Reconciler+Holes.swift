import Foundation
import PolarAPI
import PolarReceiver

extension Reconciler {
    /// Goes through what Polar has tried to send, and repairs what has not arrived.
    func fillHoles(
        of endpoint: String,
        _ options: ReconciliationOptions,
        _ outcome: inout Reconciliation,
        _ progress: inout EndpointProgress,
        _ report: (_ done: Int, _ total: Int) -> Void
    ) async throws(ReconciliationError) {
        var query = PolarDeliveryQuery()
        query.endpointID = [outcome.endpoint.id]
        query.start = outcome.start
        var seen: Set<String> = []
        // A closure cannot change what is lent to the function.
        var (result, state) = (outcome, progress)
        let walk = DeliveryWalk(polar: polar, query: query, pacer: pacer)
        try await walk.forEachPage { (deliveries, done, total) throws(ReconciliationError) in
            for delivery in deliveries where seen.insert(delivery.event.id).inserted {
                try await check(delivery.event, endpoint, options, &result)
                if delivery.event.isSkipped { noteSkipped(delivery, &state) }
            }
            report(done, total)
            if let last = deliveries.last, result.isProgress { try noteProgress(until: last.createdAt, &state, result) }
        }
        (outcome, progress) = (result, state)
    }

    private func check(
        _ event: PolarWebhookEvent,
        _ endpoint: String,
        _ options: ReconciliationOptions,
        _ outcome: inout Reconciliation
    ) async throws(ReconciliationError) {
        outcome.events += 1
        guard try await !inbox.holds(event.id, at: endpoint) else { return }
        if event.succeeded == true {
            outcome.deliveredElsewhere += 1
            guard options.includesDelivered else { return }
        }
        let repaired = try await repair(event, endpoint, options, outcome.endpoint)
        outcome.holes.append(
            Hole(webhookID: event.id, type: event.type, createdAt: event.createdAt, outcome: repaired)
        )
    }

    private func repair(
        _ event: PolarWebhookEvent,
        _ endpoint: String,
        _ options: ReconciliationOptions,
        _ polarEndpoint: PolarEndpoint
    ) async throws(ReconciliationError) -> Hole.Outcome {
        guard let payload = event.payload else { return .lost }
        guard !options.isDryRun else { return .found }
        if options.redelivers, polarEndpoint.isEnabled {
            try await pacer.ask { () throws(PolarError) in
                try await polar.webhooks.redeliverWebhookEvent(id: event.id)
            }
            return .redelivered
        }
        _ = try await inbox.recover(
            RecoveredMessage(
                endpoint: endpoint,
                webhookID: event.id,
                apiVersion: event.apiVersion,
                origin: .recovered,
                body: payload
            )
        )
        return .recovered
    }

    /// An event that Polar has skipped tells that the endpoint was disabled, also if nobody looked then.
    private func noteSkipped(_ delivery: PolarDelivery, _ progress: inout EndpointProgress) {
        guard progress.disabledSince == nil, delivery.createdAt > progress.statesReadAt ?? .distantPast else { return }
        progress.disabledSince = delivery.createdAt
    }

    /// Notes that everything before a moment is checked, so that a check that is cut off goes on there.
    private func noteProgress(
        until date: Date,
        _ progress: inout EndpointProgress,
        _ outcome: Reconciliation
    ) throws(ReconciliationError) {
        guard date > progress.checkedUntil ?? .distantPast else { return }
        progress.checkedUntil = date
        try self.progress?.set(progress, of: outcome.endpoint.id)
    }
}
