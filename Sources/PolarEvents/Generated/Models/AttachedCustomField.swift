// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `AttachedCustomField`.
    public struct AttachedCustomField: Equatable, Sendable {
        /// `custom_field_id`.
        public var customFieldID: String

        /// `custom_field`.
        public var customField: Polar.CustomField

        /// `order`.
        public var order: Int

        /// `required`.
        public var required: Bool

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.AttachedCustomField: JSONCodable {
    private static let fields: FieldNames = ["custom_field_id", "custom_field", "order", "required"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var customFieldID: String?
        var customField: Polar.CustomField?
        var order: Int?
        var required: Bool?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: customFieldID = try String(from: &reader, json)
            case 1: customField = try Polar.CustomField(from: &reader, json)
            case 2: order = try Int(from: &reader, json)
            case 3: required = try Bool(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            customFieldID: try cursor.require(customFieldID, "custom_field_id"),
            customField: try cursor.require(customField, "custom_field"),
            order: try cursor.require(order, "order"),
            required: try cursor.require(required, "required"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("custom_field_id", customFieldID)
        writer.member("custom_field", customField)
        writer.member("order", order)
        writer.member("required", required)
        writer.endObject()
    }
}
