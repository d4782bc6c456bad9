// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `CustomFieldSelectOption`.
    public struct CustomFieldSelectOption: Equatable, Sendable {
        /// `value`.
        public var value: String

        /// `label`.
        public var label: String

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.CustomFieldSelectOption: JSONCodable {
    private static let fields: FieldNames = ["value", "label"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var value: String?
        var label: String?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: value = try String(from: &reader, json)
            case 1: label = try String(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            value: try cursor.require(value, "value"),
            label: try cursor.require(label, "label"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("value", value)
        writer.member("label", label)
        writer.endObject()
    }
}
