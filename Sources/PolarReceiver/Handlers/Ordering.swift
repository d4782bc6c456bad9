/// Whether deliveries of a module wait for each other.
public enum Ordering: Hashable, Sendable {
    /// Events about the same customer, checkout, product … run one after the other, in order of arrival.
    ///
    /// While one is being retried the later ones wait, for a quarter of an hour at most unless the receiver is told otherwise.
    case bySubject

    /// Every event runs as soon as there is room.
    case none
}
