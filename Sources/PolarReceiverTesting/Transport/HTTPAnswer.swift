/// What a receiver answered.
struct HTTPAnswer: Hashable, Sendable {
    /// The error of a request that got no answer.
    static let missing = TestReceiverError(description: "The receiver did not answer the message.")

    let status: Int
    let body: String

    /// Reads an answer whose body ends with the bytes.
    init(_ bytes: [UInt8]) throws(TestReceiverError) {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.firstRange(of: "\r\n\r\n"),
            let status = text.split(separator: " ", maxSplits: 2).dropFirst().first.flatMap({ Int($0) })
        else { throw Self.missing }
        self.status = status
        body = String(text[end.upperBound...])
    }
}
