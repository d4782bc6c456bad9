/// How much of a request is read at most.
public struct HTTPLimits: Hashable, Sendable {
    /// The most fields a request can have; the parser has room for no more.
    public static let maximumFieldCount = 100

    /// The longest body that any limit allows, so that sums of lengths cannot overflow.
    static let maximumBody = 1 << 40

    /// The longest request line in bytes, without its CRLF; up to 16,384.
    public let requestLine: Int

    /// The longest header section in bytes, CRLFs included; up to 32,768.
    public let headerSection: Int

    /// The most header fields, up to ``maximumFieldCount``.
    public let fieldCount: Int

    /// The longest body in bytes, after chunked coding is removed; up to 2^40.
    public let body: Int

    /// Makes limits; values outside their range are moved to its end.
    public init(
        requestLine: Int = 8_192,
        headerSection: Int = 32_768,
        fieldCount: Int = maximumFieldCount,
        body: Int = 5_242_880
    ) {
        // Offsets into a head are 16 bits wide.
        self.requestLine = min(max(16, requestLine), 16_384)
        self.headerSection = min(max(16, headerSection), 32_768)
        self.fieldCount = min(max(1, fieldCount), Self.maximumFieldCount)
        self.body = min(max(0, body), Self.maximumBody)
    }
}
