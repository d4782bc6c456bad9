import EventStore
import Foundation
import HTTPWire
import PolarReceiver

/// Health with its reasons: `/healthz` says that the process answers, `/readyz` that messages can be stored now.
struct HealthPage: Sendable {
    let context: ConsoleContext

    func answer(_ request: ConsoleRequest) async -> Response {
        guard request.path == "/readyz" else { return .data(#"{"status":"ok"}"#) }
        let store = await storeState()
        let report = Report(
            status: store == "ok" ? "ok" : "unavailable",
            checks: Report.Checks(store: store),
            free_bytes: context.freeBytes(),
            oldest_pending_delivery_age_seconds: await oldestAge()
        )
        guard let text = try? JSONLine.text(report) else { return .failure(500, "unavailable") }
        return .data(text, status: store == "ok" ? 200 : 503)
    }

    private struct Report: Encodable {
        struct Checks: Encodable {
            let store: String
        }

        let status: String
        let checks: Checks
        let free_bytes: Int64?
        let oldest_pending_delivery_age_seconds: Int?
    }

    private func storeState() async -> String {
        do {
            try await context.receiver.probe()
            return "ok"
        } catch {
            return "\(error.code)"
        }
    }

    private func oldestAge() async -> Int? {
        // What cannot be read has no age; the store's own check says why.
        guard let summary = try? await context.inbox.summary() else { return nil }
        return summary.oldestPendingArrival.map { Int(max(0, context.clock.now.timeIntervalSince($0))) } ?? 0
    }
}
