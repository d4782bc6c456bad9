// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `UniqueAggregation`.
    public struct UniqueAggregation: Equatable, Sendable {
        /// `property`.
        public var property: String

        /// `func`: always `unique`.
        public var `func`: String { "unique" }

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.UniqueAggregation: JSONCodable {
    private static let fields: FieldNames = ["property", "func"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var property: String?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: property = try String(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            property: try cursor.require(property, "property"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("property", property)
        writer.member("func", `func`)
        writer.endObject()
    }
}
