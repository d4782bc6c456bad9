/// One received header field that is stored with a message.
public struct MessageHeader: Hashable, Sendable, Codable {
    /// The name in lower case.
    public let name: String

    /// The value without surrounding white space.
    public let value: String

    /// Makes a header.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}
