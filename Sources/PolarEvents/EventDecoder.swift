/// Reads a body in one pass, as long as its type comes before its data, which is how Polar writes it.
struct EventDecoder {
    private(set) var type: String?
    private(set) var moment: Timestamp?
    private(set) var apiVersion: String?
    private(set) var payload: WebhookEvent.Payload = .unknown(.null)

    /// The type's place in ``EventType/names``, -1 for one that is not there.
    private var typeIndex = -1

    /// The type that ``payload`` was read as; nil before it was read.
    private var payloadType: Int?

    /// Stands before the data.
    private var data: JSONReader?

    private static let members: FieldNames = ["type", "timestamp", "api_version", "data"]

    /// Decodes a body.
    ///
    /// - Throws: ``JSONError`` when it is no JSON or not what its type promises.
    static func decode(_ body: [UInt8]) throws(JSONError) -> EventDecoder {
        do throws(JSONError) {
            return try read(body)
        } catch {
            // The pass may have met a member that does not count, because another of its name follows.
            guard let document = try? JSONValue(parsing: body), let decoder = try? read(document.encoded()) else {
                throw error
            }
            return decoder
        }
    }

    private static func read(_ body: [UInt8]) throws(JSONError) -> EventDecoder {
        try JSONReader.read(body) { (reader, json) throws(JSONError) in try EventDecoder(from: &reader, json) }
    }

    private init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        guard reader.peek(json) == UInt8(ascii: "{") else {
            payload = .unknown(try JSONValue(from: &reader, json))
            return
        }
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(Self.members, &cursor, json) {
            switch field {
            case 0: try readType(from: &reader, json)
            case 1: moment = try reader.textIfString(json)?.timestamp(in: json)
            case 2: apiVersion = try reader.textIfString(json)?.string(in: json)
            case 3: try readData(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        if payloadType != typeIndex { try readPayload(with: reader.rewound, at: cursor.start, json) }
    }

    private mutating func readType(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        let text = try reader.textIfString(json)
        type = text?.string(in: json)
        typeIndex = text.map { EventType.names.index(of: $0, in: json) } ?? -1
    }

    private mutating func readData(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        let start = reader
        if typeIndex >= 0 { try Self.expectObject(reader, json) }
        payloadType = nil
        if let data = try WebhookEvent.Payload(data: typeIndex, from: &reader, json) {
            payload = data
            payloadType = typeIndex
        } else {
            try reader.skipValue(json)
        }
        self.data = start
    }

    /// Checks that an object is next: every type that this version knows has one, also where that may be of unknown kind.
    private static func expectObject(_ reader: JSONReader, _ json: RawSpan) throws(JSONError) {
        var reader = reader
        _ = try reader.beginFields(json)
    }

    /// Reads the payload once the whole envelope is known.
    private mutating func readPayload(
        with body: JSONReader,
        at start: Int,
        _ json: RawSpan
    ) throws(JSONError) {
        var body = body
        if let payload = try WebhookEvent.Payload(body: typeIndex, from: &body, json) {
            self.payload = payload
        } else if var data {
            if typeIndex >= 0 { try Self.expectObject(data, json) }
            if let payload = try WebhookEvent.Payload(data: typeIndex, from: &data, json) {
                self.payload = payload
            } else {
                payload = .unknown(try JSONValue(from: &data, json))
            }
        } else if typeIndex >= 0 {
            throw JSONError(missing: "data", at: start)
        } else {
            payload = .unknown(try JSONValue(from: &body, json))
        }
    }
}
