import Foundation

@testable import PolarEvents

/// What holds for the event of any body; the unit tests check it too.
struct EventInvariants {
    private let event: WebhookEvent
    private let envelope: Envelope
    private let document: Result<JSONValue, DecodingFailure>

    /// Reads a body in all the ways there are.
    init(_ body: [UInt8]) {
        event = WebhookEvent(id: "msg_1", body: body)
        envelope = Envelope.scan(body.span.bytes)
        document = Result { () throws(DecodingFailure) in try JSONValue(parsing: body) }
    }

    /// Checks all of them.
    func check() throws(BrokenInvariant) {
        try checkEnvelope()
        if case .undecodable(let failure) = event.payload {
            try checkFailure(failure)
        } else {
            try checkEncoding()
        }
        if case .success(let value) = document { try checkNumbers(in: value) }
    }

    // MARK: Envelope

    /// The receiver scans, the handlers decode: both must say the same.
    private func checkEnvelope() throws(BrokenInvariant) {
        try require(event.type?.rawValue == envelope.type, "scan and decoder differ in the type")
        try require(event.timestamp == envelope.timestamp, "scan and decoder differ in the timestamp")
        try require(event.apiVersion == envelope.apiVersion, "scan and decoder differ in the version")
        let mistake = envelope.failure(in: event.body.span.bytes)
        switch document {
        case .success: try require(mistake == nil, "the scan refuses a document")
        case .failure(let failure): try require(mistake == failure, "scan and parser differ in the mistake")
        }
    }

    // MARK: Failures

    private func checkFailure(_ failure: DecodingFailure) throws(BrokenInvariant) {
        try require(failure.path.hasPrefix("$"), "a failure has no path")
        try require(!failure.reason.isEmpty, "a failure has no reason")
        do throws(DecodingFailure) {
            _ = try event.encoded()
        } catch {
            return try require(error == failure, "encoding fails for another reason")
        }
        throw BrokenInvariant("an undecodable event is encoded")
    }

    // MARK: Encoding

    private func checkEncoding() throws(BrokenInvariant) {
        guard case .success(let body) = document else { throw BrokenInvariant("what is no JSON is decoded") }
        let bytes = try encoded(event)
        let again = WebhookEvent(id: event.id, body: bytes)
        try require(try encoded(again) == bytes, "what was encoded is encoded in another way")
        guard let written = try? JSONValue(parsing: bytes) else { throw BrokenInvariant("what was encoded is no JSON") }
        try checkOrigin(of: written, in: body, at: "$")
    }

    private func encoded(_ event: WebhookEvent) throws(BrokenInvariant) -> [UInt8] {
        do throws(DecodingFailure) {
            return try event.encoded()
        } catch {
            throw BrokenInvariant("an event is not encoded: \(error)")
        }
    }

    /// Nothing is invented: each value stands in the body at the same place, null standing for absence as well.
    private func checkOrigin(of value: JSONValue, in body: JSONValue?, at path: String) throws(BrokenInvariant) {
        switch (value, body) {
        case (.null, nil): return
        case (.object(let members), .object(let others)):
            for (name, member) in members { try checkOrigin(of: member, in: others[name], at: "\(path).\(name)") }
        case (.array(let elements), .array(let others)) where elements.count == others.count:
            for (element, other) in zip(elements, others) { try checkOrigin(of: element, in: other, at: "\(path)[]") }
        case (.string(let text), .string(let other)):
            try require(text.utf8.elementsEqual(other.utf8) || text == Self.normalised(other), "\(path) changed")
        case (.number(let number), .number(let other)):
            try require(number == other || other.literal == "-0" && number.literal == "0", "\(path) changed")
        default: try require(value == body, "\(path) changed")
        }
    }

    /// A timestamp as the encoder writes it.
    private static func normalised(_ text: String) -> String? {
        Timestamp(text.utf8Span.span.bytes)?.text
    }

    // MARK: Numbers

    /// Every number can be asked for its value.
    private func checkNumbers(in value: JSONValue) throws(BrokenInvariant) {
        switch value {
        case .number(let number):
            try require(!number.double.isNaN, "a number has no value")
            guard let integer = number.integer else { return }
            try require(number.decimal == Decimal(integer), "an integer has two values")
        case .array(let elements): for element in elements { try checkNumbers(in: element) }
        case .object(let members): for member in members { try checkNumbers(in: member.value) }
        case .null, .bool, .string: return
        }
    }

    private func require(_ holds: Bool, _ mistake: @autoclosure () -> String) throws(BrokenInvariant) {
        guard holds else { throw BrokenInvariant(mistake()) }
    }
}

/// A body that breaks a promise.
struct BrokenInvariant: Error, CustomStringConvertible {
    /// The promise.
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
