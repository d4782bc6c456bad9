import Foundation
import PolarAPI

/// Whether Polar is about to disable the endpoint, or has failed to deliver something lately.
struct StreakCheck {
    /// As far as a first `reconcile` goes back.
    private static let recent = Reconciler.firstLookBack

    let deliveries: [PolarDelivery]
    let endpoint: String
    let now: Date

    var findings: [Finding] {
        let streak = FailureStreak.length(of: deliveries)
        return streak > 0 ? [failing(streak)] : [missed].compactMap(\.self)
    }

    private func failing(_ streak: Int) -> Finding {
        let failed = deliveries.first { !$0.succeeded }
        let answer = failed.map { $0.httpCode.map { "the answer \($0)" } ?? "no answer" } ?? "no answer"
        let subject = streak == 1 ? "The newest event has" : "The newest \(streak) events have"
        return Finding(
            "events_failing",
            streak >= 6 ? .error : streak >= 3 ? .warning : .note,
            endpoint,
            "\(subject) failed for good, the last time with \(answer). Polar disables an endpoint at 10.",
            remedy: "Repair what the other findings say, then run 'polar-receiver reconcile'."
        )
    }

    /// Which of them the inbox has got since then is for the command that looks into it.
    private var missed: Finding? {
        let events = deliveries.map(\.event).filter {
            ($0.succeeded == false || $0.isSkipped) && now.timeIntervalSince($0.createdAt) < Self.recent
        }
        let count = Set(events.map(\.id)).count
        guard count > 0 else { return nil }
        return Finding(
            "events_missed",
            .note,
            endpoint,
            "Among the newest deliveries are \(count == 1 ? "one event" : "\(count) events") that failed for good.",
            remedy: "Run 'polar-receiver reconcile', which stores what the inbox lacks, unless you have since then."
        )
    }
}
