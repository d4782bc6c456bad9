import CoreMetrics
import HTTPServer

extension Server {
    /// Starts a server for operators: the metrics of connections are about the one that Polar reaches.
    func startUncounted(on listener: Listener) throws {
        do throws(ServerError) {
            try withMetricsFactory(NOOPMetricsHandler.instance) { () throws(ServerError) in try start(on: listener) }
        } catch {
            throw CommandFailure(error)
        }
    }
}
