/// Numbers of things in sentences.
package enum Counted {
    /// `1 message`, `2 messages`.
    ///
    /// - Parameter plural: the word for several, where it is more than the word for one and an s.
    package static func text(_ count: Int, _ noun: String, plural: String? = nil) -> String {
        count == 1 ? "1 \(noun)" : "\(count) \(plural ?? "\(noun)s")"
    }
}
