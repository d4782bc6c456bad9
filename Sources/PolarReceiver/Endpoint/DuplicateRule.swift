/// What makes a message one that the inbox has already.
public enum DuplicateRule: Hashable, Sendable {
    /// The same `webhook-id` at the same endpoint.
    case id

    /// Also the same body at another endpoint.
    ///
    /// Polar gives an event one id for each of its endpoints, and the same body where format and version agree.
    case idOrBody
}
