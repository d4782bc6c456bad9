// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `Filter`.
    public struct Filter: Equatable, Sendable {
        /// `conjunction`.
        public var conjunction: Polar.FilterConjunction

        /// `clauses`.
        public var clauses: [Polar.FilterTerm]

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.Filter: JSONCodable {
    private static let fields: FieldNames = ["conjunction", "clauses"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var conjunction: Polar.FilterConjunction?
        var clauses: [Polar.FilterTerm]?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: conjunction = try Polar.FilterConjunction(from: &reader, json)
            case 1: clauses = try [Polar.FilterTerm](from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            conjunction: try cursor.require(conjunction, "conjunction"),
            clauses: try cursor.require(clauses, "clauses"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("conjunction", conjunction)
        writer.member("clauses", clauses)
        writer.endObject()
    }
}
