package import Foundation

/// What the receiver needs to know of a body before it answers: read by one pass that checks the whole document.
package struct Envelope: Sendable {
    /// The event type; nil where the body names none.
    package private(set) var type: String?

    /// When Polar created the event.
    package private(set) var timestamp: Date?

    /// The version of the payload.
    package private(set) var apiVersion: String?

    /// What the event is about, such as `customer:<id>`: deliveries with the same subject keep their order.
    package private(set) var subject: String?

    /// Why the body is no JSON document; what stands before the mistake is in the envelope all the same.
    package private(set) var failure: DecodingFailure?

    /// Where the `data` member is in the body; nil where there is none.
    package private(set) var data: Range<Int>?

    private var id: String?
    private var customerID: String?

    /// Reads the envelope of a body; anything may be in there.
    package static func scan(_ body: RawSpan) -> Envelope {
        var envelope = Envelope()
        do {
            try envelope.read(body)
        } catch {
            envelope.failure = error
        }
        envelope.subject = Subject.text(type: envelope.type, id: envelope.id, customerID: envelope.customerID)
        return envelope
    }

    private mutating func read(_ body: RawSpan) throws(DecodingFailure) {
        var scanner = JSONScanner()
        guard scanner.peek(body) == UInt8(ascii: "{") else {
            _ = try scanner.skipValue(body)
            return try scanner.expectEnd(body)
        }
        try scanner.forEachMember(body) { (scanner, name) throws(DecodingFailure) in
            try readMember(name, body, &scanner)
        }
        try scanner.expectEnd(body)
    }

    private mutating func readMember(
        _ name: JSONScanner.Text,
        _ body: RawSpan,
        _ scanner: inout JSONScanner
    ) throws(DecodingFailure) {
        if body.equals("type", in: name.range) {
            type = try Self.text(body, &scanner)
        } else if body.equals("timestamp", in: name.range) {
            timestamp = try Self.text(body, &scanner).flatMap { Timestamp.parse($0.utf8Span.span.bytes) }
        } else if body.equals("api_version", in: name.range) {
            apiVersion = try Self.text(body, &scanner)
        } else if body.equals("data", in: name.range) {
            try readData(body, &scanner)
        } else {
            _ = try scanner.skipValue(body)
        }
    }

    private mutating func readData(_ body: RawSpan, _ scanner: inout JSONScanner) throws(DecodingFailure) {
        id = nil
        customerID = nil
        let isObject = scanner.peek(body) == UInt8(ascii: "{")
        let start = scanner.offset
        defer { data = start..<scanner.offset }
        guard isObject else {
            _ = try scanner.skipValue(body)
            return
        }
        try scanner.forEachMember(body) { (scanner, name) throws(DecodingFailure) in
            if body.equals("id", in: name.range) {
                id = try Self.text(body, &scanner)
            } else if body.equals("customer_id", in: name.range) {
                customerID = try Self.text(body, &scanner)
            } else {
                _ = try scanner.skipValue(body)
            }
        }
    }

    /// Reads a value; its text where it is a string.
    private static func text(_ body: RawSpan, _ scanner: inout JSONScanner) throws(DecodingFailure) -> String? {
        guard scanner.peek(body) == UInt8(ascii: "\"") else {
            _ = try scanner.skipValue(body)
            return nil
        }
        return JSONText.unescaped(body.extracting(try scanner.string(body).range))
    }
}
