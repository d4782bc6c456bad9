/// What becomes of an event that is older than one which the module handled already.
///
/// Polar sends a failed event again later, and every event is a snapshot: after a newer one of the same family about the same
/// subject, an older one would put back what is known better.
public enum StaleEvents: Hashable, Sendable {
    /// The module does not ask; nothing is compared.
    case deliver

    /// The module gets it, with ``Delivery/isStale`` set.
    case mark

    /// The module does not get it; the delivery ends as superseded.
    case skip
}
