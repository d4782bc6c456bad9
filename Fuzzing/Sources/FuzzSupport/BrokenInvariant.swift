/// An input that breaks a promise.
package struct BrokenInvariant: Error, CustomStringConvertible {
    /// The promise.
    package let description: String

    /// Names the promise.
    package init(_ description: String) {
        self.description = description
    }
}

/// Throws `mistake` unless the promise holds.
package func require(_ holds: Bool, _ mistake: @autoclosure () -> String) throws(BrokenInvariant) {
    guard holds else { throw BrokenInvariant(mistake()) }
}
