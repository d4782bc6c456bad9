import PolarEvents
import PolarReceiver

/// The event types that handlers take.
enum HandledEvents {
    /// All known ones where a handler takes any.
    ///
    /// - Throws: ``CommandFailure`` with exit code 78.
    static func types(_ modules: [any HandlerModule]) throws -> Set<String> {
        do throws(RegistrationError) {
            let interest = try EventInterest(modules: modules)
            return Set(EventType.all.filter(interest.wants).map(\.rawValue))
        } catch {
            throw CommandFailure.configuration(error.description)
        }
    }
}
