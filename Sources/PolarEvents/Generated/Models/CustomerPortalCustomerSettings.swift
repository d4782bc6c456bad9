// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `CustomerPortalCustomerSettings`.
    public struct CustomerPortalCustomerSettings: Equatable, Sendable {
        /// `allow_email_change`.
        public var allowEmailChange: Bool?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.CustomerPortalCustomerSettings: JSONCodable {
    private static let fields: FieldNames = ["allow_email_change"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var allowEmailChange: Bool?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: allowEmailChange = try Bool?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            allowEmailChange: allowEmailChange,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.memberIfPresent("allow_email_change", allowEmailChange)
        writer.endObject()
    }
}
