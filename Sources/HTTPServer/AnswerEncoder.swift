import HTTPWire

/// Encodes answers into a buffer that is used again, with a date that is made once per second.
struct AnswerEncoder {
    private var date = HTTPDate(second: 0)
    private var bytes: [UInt8] = []

    /// The answer as it goes over the wire.
    mutating func encode(_ response: Response, omitsBody: Bool, closes: Bool) -> [UInt8] {
        let second = MonotonicTime.unixSecond
        if second != date.second { date = HTTPDate(second: second) }
        bytes.removeAll(keepingCapacity: true)
        response.encode(into: &bytes, date: date, omitsBody: omitsBody, closes: closes)
        return bytes
    }
}
