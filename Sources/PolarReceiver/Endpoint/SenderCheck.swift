import HTTPServer
import HTTPWire
import Logging
import Metrics

/// Looks where the verified messages of one endpoint come from.
final class SenderCheck: Sendable {
    private let endpoint: String
    private let list: SenderList
    private let logger: Logger
    private let strangers: Counter
    private let lines = RateLimitedLog()

    init(_ list: SenderList, endpoint: String, strangers: Counter, logger: Logger) {
        self.list = list
        self.endpoint = endpoint
        self.logger = logger
        self.strangers = strangers
    }

    /// Reports an address that is not in the list; false when its message is to be refused.
    func admits(_ client: ClientAddress) -> Bool {
        guard !list.contains(client) else { return true }
        strangers.increment()
        lines.log(logger, .warning, sentence) {
            ["client.address": "\(client)", "endpoint.name": "\(endpoint)"]
        }
        return !list.refusesOthers
    }

    /// Whether an address is in the list; reports nothing.
    func lists(_ client: ClientAddress) -> Bool {
        list.contains(client)
    }

    private var sentence: Logger.Message {
        list.refusesOthers
            ? "Refused a signed message from an address that is not in the list of senders"
            : "Accepted a signed message from an address that is not in the list of senders"
    }
}
