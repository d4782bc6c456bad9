import FuzzSupport

@testable import PolarEvents

/// What holds for the envelope of any body: the scan, which makes no values, says what the values say.
struct EnvelopeInvariants {
    private let envelope: Envelope
    private let failure: DecodingFailure?
    private let document: Result<JSONValue, DecodingFailure>

    /// Reads a body in both ways.
    init(_ body: [UInt8]) {
        envelope = Envelope.scan(body.span.bytes)
        failure = envelope.failure(in: body.span.bytes)
        document = Result { () throws(DecodingFailure) in try JSONValue(parsing: body) }
    }

    /// Checks all of them.
    func check() throws(BrokenInvariant) {
        switch document {
        case .failure(let failure):
            try require(self.failure == failure, "scan and parser differ in the mistake")
        case .success(let value):
            try require(failure == nil, "the scan refuses a document")
            try checkTexts(value)
        }
        try checkSubject(envelope.type)
    }

    private func checkTexts(_ value: JSONValue) throws(BrokenInvariant) {
        try require(Self.isSame(envelope.type, value["type"]?.text), "the type is another one")
        try require(Self.isSame(envelope.apiVersion, value["api_version"]?.text), "the version is another one")
        let timestamp = value["timestamp"]?.text.flatMap { Timestamp($0) }
        try require(envelope.moment == timestamp, "the timestamp is another one")
        try require(Self.isSame(envelope.subject, Self.subject(of: value)), "the subject is another one")
    }

    /// Holds as well for a body that breaks off.
    private func checkSubject(_ type: String?) throws(BrokenInvariant) {
        guard let subject = envelope.subject else { return }
        try require(type != nil, "a body without a type has a subject")
        try require(subject.utf8.contains(UInt8(ascii: ":")), "a subject has no colon")
    }

    /// Compares bytes: equal strings can be spelt in several ways.
    private static func isSame(_ text: String?, _ other: String?) -> Bool {
        text.map { Array($0.utf8) } == other.map { Array($0.utf8) }
    }

    // MARK: Subject

    private static let familiesOfCustomers = ["member", "subscription", "order", "refund", "benefit_grant"]

    /// The customer where the event belongs to one, else the object itself.
    private static func subject(of value: JSONValue) -> String? {
        guard let family = value["type"]?.text.flatMap(family(of:)) else { return nil }
        if familiesOfCustomers.contains(family), let customer = value["data"]?["customer_id"]?.text {
            return "customer:" + customer
        }
        let kind = family == "customer_seat" ? "seat" : family
        return value["data"]?["id"]?.text.map { kind + ":" + $0 }
    }

    /// What dots separate first.
    private static func family(of type: String) -> String? {
        type.utf8.split(separator: UInt8(ascii: ".")).first.map { String(decoding: $0, as: UTF8.self) }
    }
}
