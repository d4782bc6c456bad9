package import Foundation

/// What the receiver needs to know of a body before it answers: read by one pass that checks the whole document.
package struct Envelope: Sendable {
    /// The event type; nil where the body names none.
    package private(set) var type: String?

    /// When Polar created the event.
    package var timestamp: Date? { moment?.date }

    /// ``timestamp`` to the microsecond.
    private(set) var moment: Timestamp?

    /// The version of the payload.
    package private(set) var apiVersion: String?

    /// What the event is about, such as `customer:<id>`: deliveries with the same subject keep their order.
    package private(set) var subject: String?

    /// Whether the body is a JSON document; what stands before a mistake is in the envelope all the same.
    package var isJSON: Bool { error == nil }

    private var error: JSONError?

    private var id: String?
    private var customerID: String?

    /// Reads the envelope of a body; anything may be in there.
    package static func scan(_ body: RawSpan) -> Envelope {
        var envelope = Envelope()
        do throws(JSONError) {
            var scanner = JSONScanner()
            try envelope.readDocument(body, &scanner)
            try scanner.expectEnd(body)
        } catch {
            // Its path would cost a second pass, which is made only where it is shown.
            envelope.error = error
        }
        envelope.subject = Subject.text(type: envelope.type, id: envelope.id, customerID: envelope.customerID)
        return envelope
    }

    /// Why the body is not a JSON document, and where; reads the body again.
    func failure(in body: RawSpan) -> DecodingFailure? {
        error.map { DecodingFailure($0, in: body) }
    }

    private mutating func readDocument(_ body: RawSpan, _ scanner: inout JSONScanner) throws(JSONError) {
        guard scanner.peek(body) == UInt8(ascii: "{") else { return try scanner.skipValue(body) }
        var members = try scanner.begin(body)
        while let name = try scanner.nextName(body, &members) {
            if name.equals("type", in: body) {
                type = try Self.text(body, &scanner)
            } else if name.equals("timestamp", in: body) {
                moment = try Self.string(body, &scanner)?.timestamp(in: body)
            } else if name.equals("api_version", in: body) {
                apiVersion = try Self.text(body, &scanner)
            } else if name.equals("data", in: body) {
                try readData(body, &scanner)
            } else {
                try scanner.skipValue(body)
            }
        }
    }

    private mutating func readData(_ body: RawSpan, _ scanner: inout JSONScanner) throws(JSONError) {
        id = nil
        customerID = nil
        guard scanner.peek(body) == UInt8(ascii: "{") else { return try scanner.skipValue(body) }
        var members = try scanner.begin(body)
        while let name = try scanner.nextName(body, &members) {
            if name.equals("id", in: body) {
                id = try Self.text(body, &scanner)
            } else if name.equals("customer_id", in: body) {
                customerID = try Self.text(body, &scanner)
            } else {
                try scanner.skipValue(body)
            }
        }
    }

    /// Reads a value; its text where it is a string.
    private static func text(_ body: RawSpan, _ scanner: inout JSONScanner) throws(JSONError) -> String? {
        try string(body, &scanner)?.string(in: body)
    }

    private static func string(
        _ body: RawSpan,
        _ scanner: inout JSONScanner
    ) throws(JSONError) -> JSONScanner.Text? {
        if scanner.peek(body) == UInt8(ascii: "\"") { return try scanner.string(body) }
        try scanner.skipValue(body)
        return nil
    }
}
