// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `CustomFieldCheckboxProperties`.
    public struct CustomFieldCheckboxProperties: Equatable, Sendable {
        /// `form_help_text`.
        public var formHelpText: String?

        /// `form_label`.
        public var formLabel: String?

        /// `form_placeholder`.
        public var formPlaceholder: String?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.CustomFieldCheckboxProperties: JSONCodable {
    private static let fields: FieldNames = ["form_help_text", "form_label", "form_placeholder"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var formHelpText: String?
        var formLabel: String?
        var formPlaceholder: String?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: formHelpText = try String?(from: &reader, json)
            case 1: formLabel = try String?(from: &reader, json)
            case 2: formPlaceholder = try String?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            formHelpText: formHelpText,
            formLabel: formLabel,
            formPlaceholder: formPlaceholder,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.memberIfPresent("form_help_text", formHelpText)
        writer.memberIfPresent("form_label", formLabel)
        writer.memberIfPresent("form_placeholder", formPlaceholder)
        writer.endObject()
    }
}
