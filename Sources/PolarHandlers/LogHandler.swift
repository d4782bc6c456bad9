import Foundation
import Logging
public import PolarReceiver

/// Writes one line per event to the log: what arrived, never what is in it.
///
/// It is what a receiver without any other module runs, so that every event has a delivery.
public struct LogHandler: ConfigurableHandlerModule {
    /// `log`.
    public static let kind = "log"

    /// `log`, or the name of its section in the configuration.
    public let id: HandlerID

    /// False: its code runs no code of others.
    public var canEndProcess: Bool { false }

    /// Makes the module.
    public init() {
        id = "log"
    }

    /// Makes the module of its section, which has no options of its own.
    public init(_ options: HandlerOptions) {
        id = options.id
    }

    /// Registers for every event.
    public func register(on events: inout EventRegistrar) {
        events.onAny { event, delivery in
            delivery.logger.info(
                "Event",
                metadata: [
                    "event.timestamp": "\(event.timestamp.map { Timestamp($0).secondText } ?? "-")",
                    "event.api_version": "\(event.apiVersion ?? "-")",
                ]
            )
        }
    }
}
