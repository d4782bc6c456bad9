/// The place of a delivery in its lane; one that is done, or has no lane, has none unless it was overtaken.
package enum LanePlace: String, Hashable, Sendable {
    /// The first of the lane, which may run.
    case head

    /// Waits for the head, and others before it.
    case blocked

    /// Was the head, failed for too long, and waits for nobody any more.
    case overtaken
}
