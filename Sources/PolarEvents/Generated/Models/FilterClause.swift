// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `FilterClause`.
    public struct FilterClause: Equatable, Sendable {
        /// `property`.
        public var property: String

        /// `operator`.
        public var `operator`: Polar.FilterOperator

        /// `value`.
        public var value: JSONValue

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.FilterClause: JSONCodable {
    private static let fields: FieldNames = ["property", "operator", "value"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var property: String?
        var `operator`: Polar.FilterOperator?
        var value: JSONValue?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: property = try String(from: &reader, json)
            case 1: `operator` = try Polar.FilterOperator(from: &reader, json)
            case 2: value = try JSONValue(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            property: try cursor.require(property, "property"),
            operator: try cursor.require(`operator`, "operator"),
            value: try cursor.require(value, "value"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("property", property)
        writer.member("operator", `operator`)
        writer.member("value", value)
        writer.endObject()
    }
}
