/// How much may wait to be written before appends are refused as `overloaded`.
public struct WriteLimits: Hashable, Sendable {
    /// The number of waiting messages.
    public let messages: Int

    /// The size of the bodies of the waiting messages together; the last one may exceed it.
    public let bytes: Int

    /// Makes limits.
    public init(messages: Int = 4_096, bytes: Int = 64 << 20) {
        self.messages = messages
        self.bytes = bytes
    }
}
