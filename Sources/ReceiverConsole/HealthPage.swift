import EventStore
import HTTPWire
import PolarReceiver

/// Health, without a token: `/healthz` says that the process answers, `/readyz` that messages can be stored now.
///
/// It shows no more than the public listener does. The room on the disk and the age of the oldest delivery are in
/// `/metrics`, on the overview and in the API, behind the token.
struct HealthPage: Sendable {
    let context: ConsoleContext

    func answer(_ request: ConsoleRequest) async -> Response {
        guard request.path == "/readyz" else { return .data(#"{"status":"ok"}"#) }
        let store = await storeState()
        let status = store == "ok" ? "ok" : "unavailable"
        return .data(#"{"status":"\#(status)","checks":{"store":"\#(store)"}}"#, status: store == "ok" ? 200 : 503)
    }

    private func storeState() async -> String {
        do throws(StoreError) {
            try await context.receiver.probe()
            return "ok"
        } catch {
            return "\(error.code)"
        }
    }
}
