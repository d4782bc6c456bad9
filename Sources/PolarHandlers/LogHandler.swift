import Foundation
import Logging
public import PolarReceiver

/// Writes one line per event to the log: what arrived, never what is in it.
///
/// It is what a receiver without any other module runs, so that every event has a delivery.
public struct LogHandler: HandlerModule {
    /// `log`.
    public let id: HandlerID = "log"

    /// Makes the module.
    public init() {}

    /// Registers for every event.
    public func register(on events: inout EventRegistrar) {
        events.onAny { event, delivery in
            delivery.logger.info(
                "Event",
                metadata: [
                    "event.timestamp": "\(event.timestamp.map { $0.ISO8601Format() } ?? "-")",
                    "event.api_version": "\(event.apiVersion ?? "-")",
                ]
            )
        }
    }
}
