// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `BenefitGrantError`.
    public struct BenefitGrantError: Equatable, Sendable {
        /// `message`.
        public var message: String

        /// `type`.
        public var type: String

        /// `timestamp`.
        public var timestamp: String

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.BenefitGrantError: JSONCodable {
    private static let fields: FieldNames = ["message", "type", "timestamp"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var message: String?
        var type: String?
        var timestamp: String?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: message = try String(from: &reader, json)
            case 1: type = try String(from: &reader, json)
            case 2: timestamp = try String(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            message: try cursor.require(message, "message"),
            type: try cursor.require(type, "type"),
            timestamp: try cursor.require(timestamp, "timestamp"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("message", message)
        writer.member("type", type)
        writer.member("timestamp", timestamp)
        writer.endObject()
    }
}
