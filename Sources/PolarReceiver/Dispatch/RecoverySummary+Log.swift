import EventStore
import Logging

extension RecoverySummary {
    /// Says what the previous process left behind; nothing after a clean stop.
    func log(to logger: Logger) {
        if resumed > 0 {
            logger.notice(
                "Deliveries were interrupted by the end of the previous process, they run again",
                metadata: ["delivery.count": "\(resumed)"]
            )
        }
        if suspects > 0 {
            logger.notice(
                "Deliveries that may have ended the previous process run one at a time, before others of their handlers",
                metadata: ["delivery.count": "\(suspects)"]
            )
        }
        if crashed > 0 {
            logger.error(
                "Deliveries ended the process too often, they are dead letters now",
                metadata: ["delivery.count": "\(crashed)"]
            )
        }
    }
}
