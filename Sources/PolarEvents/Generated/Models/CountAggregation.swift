// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `CountAggregation`.
    public struct CountAggregation: Equatable, Sendable {
        /// `func`: always `count`.
        public var `func`: String { "count" }

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.CountAggregation: JSONCodable {
    private static let fields: FieldNames = ["func"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            default: try reader.skipValue(json)
            }
        }
        self.init(
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("func", `func`)
        writer.endObject()
    }
}
