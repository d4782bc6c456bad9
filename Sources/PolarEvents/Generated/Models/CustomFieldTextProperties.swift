// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `CustomFieldTextProperties`.
    public struct CustomFieldTextProperties: Equatable, Sendable {
        /// `form_help_text`.
        public var formHelpText: String?

        /// `form_label`.
        public var formLabel: String?

        /// `form_placeholder`.
        public var formPlaceholder: String?

        /// `max_length`.
        public var maxLength: Int?

        /// `min_length`.
        public var minLength: Int?

        /// `textarea`.
        public var textarea: Bool?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.CustomFieldTextProperties: JSONCodable {
    private static let fields: FieldNames = ["form_help_text", "form_label", "form_placeholder", "max_length", "min_length", "textarea"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var formHelpText: String?
        var formLabel: String?
        var formPlaceholder: String?
        var maxLength: Int?
        var minLength: Int?
        var textarea: Bool?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: formHelpText = try String?(from: &reader, json)
            case 1: formLabel = try String?(from: &reader, json)
            case 2: formPlaceholder = try String?(from: &reader, json)
            case 3: maxLength = try Int?(from: &reader, json)
            case 4: minLength = try Int?(from: &reader, json)
            case 5: textarea = try Bool?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            formHelpText: formHelpText,
            formLabel: formLabel,
            formPlaceholder: formPlaceholder,
            maxLength: maxLength,
            minLength: minLength,
            textarea: textarea,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.memberIfPresent("form_help_text", formHelpText)
        writer.memberIfPresent("form_label", formLabel)
        writer.memberIfPresent("form_placeholder", formPlaceholder)
        writer.memberIfPresent("max_length", maxLength)
        writer.memberIfPresent("min_length", minLength)
        writer.memberIfPresent("textarea", textarea)
        writer.endObject()
    }
}
