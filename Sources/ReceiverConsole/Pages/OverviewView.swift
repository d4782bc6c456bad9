import EventStore
import Foundation
import PolarReceiver

/// The overview as its template shows it.
struct OverviewView {
    let summary: InboxSummary
    let store: String
    let endpoints: [EndpointStatus]
    let freeBytes: Int64?
    let startedAt: Date
    let now: Date

    var values: [String: Any] {
        [
            "warnings": warnings.map { ["text": $0] }, "store": store, "store_class": store == "ok" ? "ok" : "dead",
            "pending": summary.count(.pending), "running": summary.count(.running), "dead": summary.count(.dead),
            "has_dead": summary.count(.dead) > 0,
            "oldest": summary.oldestPendingArrival.map { TextOf.age(since: $0, now: now) } ?? "–",
            "free": freeBytes.map(TextOf.size) ?? "", "uptime": TextOf.age(since: startedAt, now: now),
            "started": TextOf.moment(startedAt), "endpoints": endpoints.map(values),
        ]
    }

    private var warnings: [String] {
        let broken = store == "ok" ? [] : ["Nothing can be stored (\(store)); Polar gets 503 and will try again."]
        let failing = endpoints.filter { $0.failingMessages == EndpointStatus.disablingCount }
        return broken
            + failing.map { "Ten messages in a row were refused at \($0.name); Polar may disable the endpoint." }
    }

    private func values(_ endpoint: EndpointStatus) -> [String: Any] {
        let minutes = endpoint.acceptedPerMinute(at: now)
        let reasons = endpoint.refusals.sorted { $0.key < $1.key }.map { ["reason": $0.key, "count": "\($0.value)"] }
        return [
            "name": endpoint.name, "path": endpoint.path, "hour": minutes.reduce(0, +),
            "five": minutes.suffix(5).reduce(0, +), "bars": Self.bars(minutes),
            "last": endpoint.lastAccepted.map { TextOf.age(since: $0, now: now) + " ago" } ?? "none yet",
            "last_date": endpoint.lastAccepted.map(TextOf.moment) ?? "", "refusals": endpoint.consecutiveRefusals,
            "is_refusing": endpoint.consecutiveRefusals > 0, "failing": endpoint.failingMessages,
            "limit": EndpointStatus.disablingCount, "has_reasons": !reasons.isEmpty, "reasons": reasons,
            "secrets": Self.secrets(endpoint.secretUses),
        ]
    }

    /// One for each minute, as high as its share of the busiest one.
    private static func bars(_ minutes: [Int]) -> [[String: Any]] {
        let most = max(1, minutes.max() ?? 1)
        return minutes.enumerated().filter { $0.element > 0 }.map { index, count in
            let height = 20 * Double(count) / Double(most)
            return ["x": "\(index)", "y": Self.fixed(20 - height), "height": Self.fixed(height)]
        }
    }

    private static func fixed(_ number: Double) -> String {
        String(format: "%.2f", number)
    }

    private static func secrets(_ uses: [Int: Int]) -> String {
        guard !uses.isEmpty else { return "No message has been verified since the start." }
        let parts = uses.sorted { $0.key < $1.key }.map { "secret \($0.key + 1): \($0.value)" }
        return "Messages verified since the start by " + parts.joined(separator: ", ") + "."
    }
}
