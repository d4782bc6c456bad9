// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `CustomFieldNumberProperties`.
    public struct CustomFieldNumberProperties: Equatable, Sendable {
        /// `form_help_text`.
        public var formHelpText: String?

        /// `form_label`.
        public var formLabel: String?

        /// `form_placeholder`.
        public var formPlaceholder: String?

        /// `ge`.
        public var ge: Int?

        /// `le`.
        public var le: Int?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.CustomFieldNumberProperties: JSONCodable {
    private static let fields: FieldNames = ["form_help_text", "form_label", "form_placeholder", "ge", "le"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var formHelpText: String?
        var formLabel: String?
        var formPlaceholder: String?
        var ge: Int?
        var le: Int?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: formHelpText = try String?(from: &reader, json)
            case 1: formLabel = try String?(from: &reader, json)
            case 2: formPlaceholder = try String?(from: &reader, json)
            case 3: ge = try Int?(from: &reader, json)
            case 4: le = try Int?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            formHelpText: formHelpText,
            formLabel: formLabel,
            formPlaceholder: formPlaceholder,
            ge: ge,
            le: le,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.memberIfPresent("form_help_text", formHelpText)
        writer.memberIfPresent("form_label", formLabel)
        writer.memberIfPresent("form_placeholder", formPlaceholder)
        writer.memberIfPresent("ge", ge)
        writer.memberIfPresent("le", le)
        writer.endObject()
    }
}
