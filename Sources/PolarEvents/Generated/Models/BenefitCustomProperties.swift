// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `BenefitCustomProperties`.
    public struct BenefitCustomProperties: Equatable, Sendable {
        /// `note`.
        public var note: String?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.BenefitCustomProperties: JSONCodable {
    private static let fields: FieldNames = ["note"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var note: String?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: note = try String?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            note: note,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("note", note)
        writer.endObject()
    }
}
