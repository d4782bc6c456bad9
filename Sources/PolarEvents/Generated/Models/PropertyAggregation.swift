// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `PropertyAggregation`.
    public struct PropertyAggregation: Equatable, Sendable {
        /// `func`.
        public var `func`: Polar.PropertyAggregationFunc

        /// `property`.
        public var property: String

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.PropertyAggregation: JSONCodable {
    private static let fields: FieldNames = ["func", "property"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var `func`: Polar.PropertyAggregationFunc?
        var property: String?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: `func` = try Polar.PropertyAggregationFunc(from: &reader, json)
            case 1: property = try String(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            func: try cursor.require(`func`, "func"),
            property: try cursor.require(property, "property"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("func", `func`)
        writer.member("property", property)
        writer.endObject()
    }
}
