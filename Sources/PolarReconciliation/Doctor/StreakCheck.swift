import PolarAPI

/// Whether Polar is about to disable the endpoint.
enum StreakCheck {
    static func findings(_ deliveries: [PolarDelivery], _ endpoint: String) -> [Finding] {
        let streak = FailureStreak.length(of: deliveries)
        guard streak > 0 else { return [] }
        let severity: Finding.Severity = streak >= 6 ? .error : streak >= 3 ? .warning : .note
        let answers = deliveries.filter { !$0.succeeded }.map { $0.httpCode.map { "\($0)" } ?? "no answer" }
        let newest = answers.first.map { ", the last time with \($0)" } ?? ""
        return [
            Finding(
                "events_failing",
                severity,
                endpoint,
                "The newest \(streak) events have failed for good\(newest). Polar disables an endpoint at 10.",
                remedy: "Repair what the other findings say, then run 'polar-receiver reconcile'."
            )
        ]
    }
}
