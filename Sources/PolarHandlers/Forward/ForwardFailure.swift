import HTTPClient
import PolarReceiver

/// Why a target did not take an event, in one sentence; it names the host and never the path.
struct ForwardFailure: VouchedError {
    let description: String

    init(_ target: ForwardTarget, _ reason: String) {
        description = "\(target.name) did not take the event: \(reason)"
    }

    /// Says what went wrong on the way.
    init(_ target: ForwardTarget, _ error: ClientError) {
        self.init(target, Self.reason(error))
    }

    private static func reason(_ error: ClientError) -> String {
        switch error {
        case .couldNotResolve: "its name cannot be resolved"
        case .couldNotConnect(_, .refused): "nothing listens there"
        case .couldNotConnect(_, .unreachable): "it cannot be reached"
        case .couldNotConnect(_, .reset), .closed(wasReset: true): "it reset the connection"
        case .closed(wasReset: false): "it closed the connection before its answer was whole"
        case .timedOut(.connecting(.begun)): "the name server did not answer in time"
        case .timedOut(.connecting): "no connection was ready in time"
        case .timedOut(.waiting): "it did not answer in time"
        case .timedOut(.receiving): "its answer did not end in time"
        case .tls(.notTrusted), .tls(.wrongName):
            "its certificate is not trusted, or is for another name; ca_file names an authority of your own"
        case .tls(let fault): "TLS failed, because \(fault.clause)"
        case .notHTTP: "its answer is not HTTP"
        case .proxy, .invalidURL, .invalidField, .headTooLarge, .bodyTooLarge, .cancelled, .shutDown, .system:
            "\(error)"
        }
    }
}
