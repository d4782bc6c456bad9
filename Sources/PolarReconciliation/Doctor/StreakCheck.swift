import Foundation
import PolarAPI

/// Whether Polar is about to disable the endpoint, or has failed to deliver something lately.
struct StreakCheck {
    /// As far as a first `reconcile` goes back.
    private static let recent = Reconciler.firstLookBack

    let deliveries: [PolarDelivery]
    let endpoint: String
    let now: Date

    /// Which of the events are in the inbox by now; nil where the inbox cannot be read.
    var held: Set<String>?

    var findings: [Finding] {
        let streak = FailureStreak.length(of: deliveries)
        return streak > 0 ? [failing(streak)] : [missed].compactMap(\.self)
    }

    /// The events that Polar has given up, the newest first.
    static func failed(in deliveries: [PolarDelivery]) -> [PolarWebhookEvent] {
        var seen: Set<String> = []
        return deliveries.map(\.event)
            .filter { ($0.succeeded == false || $0.isSkipped) && seen.insert($0.id).inserted }
            .sorted { $0.createdAt > $1.createdAt }
    }

    private func failing(_ streak: Int) -> Finding {
        let failed = deliveries.first { !$0.succeeded }
        let answer = failed.map { $0.httpCode.map { "the answer \($0)" } ?? "no answer" } ?? "no answer"
        let subject = streak == 1 ? "The newest event has" : "The newest \(streak) events have"
        let events = Self.failed(in: deliveries).filter { !$0.isSkipped }.prefix(streak)
        if let held, events.allSatisfy({ held.contains($0.id) }) { return repaired(Array(events)) }
        return Finding(
            "events_failing",
            streak >= 6 ? .error : streak >= 3 ? .warning : .note,
            endpoint,
            "\(subject) failed permanently, the last time with \(answer). Polar disables an endpoint at 10.",
            remedy: "Repair what the other findings say, then run 'polar-receiver reconcile'."
        )
    }

    /// Polar's row of failures stays until the next event, whatever the receiver has got since.
    private func repaired(_ events: [PolarWebhookEvent]) -> Finding {
        let dates = events.map(\.createdAt)
        let (first, last) = (dates.min() ?? now, dates.max() ?? now)
        return Finding(
            "events_failing",
            .note,
            endpoint,
            """
            The newest \(events.count == 1 ? "event" : "\(events.count) events") failed between \(first.ISO8601Format()) and \
            \(last.ISO8601Format()), and the inbox has all of them. Polar counts them until its next delivery succeeds, and \
            disables an endpoint at 10.
            """,
            remedy: "Nothing needs to be done, unless the next delivery fails too."
        )
    }

    private var missed: Finding? {
        let events = Self.failed(in: deliveries).filter {
            now.timeIntervalSince($0.createdAt) < Self.recent && held?.contains($0.id) != true
        }
        guard !events.isEmpty else { return nil }
        let count = events.count == 1 ? "one event" : "\(events.count) events"
        return Finding(
            "events_missed",
            .note,
            endpoint,
            "Among the newest deliveries are \(count) that failed permanently\(held == nil ? "" : " and the inbox lacks").",
            remedy: """
                Run 'polar-receiver reconcile', which stores what the inbox lacks\(held == nil ? ", unless you have since then" : "").
                """
        )
    }
}
