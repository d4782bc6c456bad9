import Foundation
import PolarEvents
import PolarReceiverTesting

/// A body and the ways to decode it; each says whether it could.
struct Subject {
    /// The event type.
    let type: String

    /// What both decode.
    let body: [UInt8]

    /// The decoders by name, which free what they make before they return.
    let decoders: [(name: String, decode: () throws -> Bool)]

    /// Takes the sample of an event type, once it is proved that both decoders read the same from it.
    init<Twin: Codable>(_ type: String, as twin: Twin.Type) throws {
        guard let body = SampleEvent(type: type, timestamp: Date(timeIntervalSince1970: 1_795_348_804.25))?.body else {
            throw BenchmarkError("There is no sample of \(type).")
        }
        let data = Data(body)
        let decoder = Self.jsonDecoder
        let event = try decoder.decode(Twins.Event<Twin>.self, from: data)
        try Self.prove(WebhookEvent(id: "sample", body: body), equals: event)
        self.type = type
        self.body = body
        decoders = [
            ("PolarEvents", { WebhookEvent(id: "sample", body: body).isDecoded }),
            ("JSONDecoder", { try decoder.decode(Twins.Event<Twin>.self, from: data).type == type }),
        ]
    }

    private static var jsonDecoder: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            let text = try decoder.singleValueContainer().decode(String.self)
            guard let date = DateText.date(text) else { throw BenchmarkError("\(text) is no timestamp.") }
            return date
        }
        return decoder
    }

    private static var jsonEncoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .custom { date, encoder in
            var container = encoder.singleValueContainer()
            try container.encode(DateText.text(date))
        }
        return encoder
    }

    /// Both say the same when they are written again.
    private static func prove(_ event: WebhookEvent, equals twin: some Encodable) throws {
        let difference = try JSONValue(parsing: event.encoded()).difference(
            from: JSONValue(parsing: Array(jsonEncoder.encode(twin)))
        )
        if let difference { throw BenchmarkError("PolarEvents and the twins differ: \(difference)") }
    }
}

/// Why there is nothing to measure.
struct BenchmarkError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

extension WebhookEvent {
    /// Whether the payload has a type of its own.
    fileprivate var isDecoded: Bool {
        switch payload {
        case .customer, .billing, .organization: true
        default: false
        }
    }
}
