// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `CustomerPortalUsageSettings`.
    public struct CustomerPortalUsageSettings: Equatable, Sendable {
        /// `show`.
        public var show: Bool

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.CustomerPortalUsageSettings: JSONCodable {
    private static let fields: FieldNames = ["show"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var show: Bool?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: show = try Bool(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            show: try cursor.require(show, "show"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("show", show)
        writer.endObject()
    }
}
