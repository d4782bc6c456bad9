// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `CustomFieldSelectProperties`.
    public struct CustomFieldSelectProperties: Equatable, Sendable {
        /// `options`.
        public var options: [Polar.CustomFieldSelectOption]

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

extension Polar.CustomFieldSelectProperties: JSONCodable {
    private static let fields: FieldNames = ["options", "form_help_text", "form_label", "form_placeholder"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var options: [Polar.CustomFieldSelectOption]?
        var formHelpText: String?
        var formLabel: String?
        var formPlaceholder: String?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: options = try [Polar.CustomFieldSelectOption](from: &reader, json)
            case 1: formHelpText = try String?(from: &reader, json)
            case 2: formLabel = try String?(from: &reader, json)
            case 3: formPlaceholder = try String?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            options: try cursor.require(options, "options"),
            formHelpText: formHelpText,
            formLabel: formLabel,
            formPlaceholder: formPlaceholder,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("options", options)
        writer.memberIfPresent("form_help_text", formHelpText)
        writer.memberIfPresent("form_label", formLabel)
        writer.memberIfPresent("form_placeholder", formPlaceholder)
        writer.endObject()
    }
}
