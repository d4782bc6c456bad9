/// Something that a test waited for did not come about; the test then fails with its sentence.
public struct TestReceiverError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was expected, and how things stand.
    public let description: String
}
