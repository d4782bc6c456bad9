/// Reads server-sent events piece by piece (WHATWG HTML §9.2.6); only their data is of interest.
struct EventStreamParser {
    /// The stream has a line, or an event, of more bytes than any that Polar sends.
    struct TooLong: Error {}

    private let limit: Int
    private var line: [UInt8] = []
    private var data: [UInt8] = []
    private var hasData = false
    private var isAfterCarriageReturn = false

    /// - Parameter limit: the bytes of the longest event.
    init(limit: Int = 16 << 20) {
        self.limit = limit
    }

    /// Takes the next bytes, and returns the data of the events that they end.
    mutating func read(_ bytes: some Sequence<UInt8>) throws(TooLong) -> [[UInt8]] {
        var events: [[UInt8]] = []
        for byte in bytes {
            let isSecondOfLineEnd = isAfterCarriageReturn && byte == UInt8(ascii: "\n")
            isAfterCarriageReturn = byte == UInt8(ascii: "\r")
            if isSecondOfLineEnd { continue }
            if byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n") {
                if let event = endLine() { events.append(event) }
            } else {
                line.append(byte)
            }
            guard line.count + data.count <= limit else { throw TooLong() }
        }
        return events
    }

    private mutating func endLine() -> [UInt8]? {
        defer { line.removeAll(keepingCapacity: true) }
        guard !line.isEmpty else { return endEvent() }
        let parts = line.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = parts.first, name.elementsEqual("data".utf8) else { return nil }
        var value = parts.count == 2 ? parts[1] : []
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        if hasData { data.append(UInt8(ascii: "\n")) }
        data += value
        hasData = true
        return nil
    }

    private mutating func endEvent() -> [UInt8]? {
        defer { (data, hasData) = ([], false) }
        return hasData ? data : nil
    }
}
