// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `OrganizationDisputeSettings`.
    public struct OrganizationDisputeSettings: Equatable, Sendable {
        /// `auto_accept_below_amount`.
        public var autoAcceptBelowAmount: Int?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.OrganizationDisputeSettings: JSONCodable {
    private static let fields: FieldNames = ["auto_accept_below_amount"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var autoAcceptBelowAmount: Int?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: autoAcceptBelowAmount = try Int?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            autoAcceptBelowAmount: autoAcceptBelowAmount,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("auto_accept_below_amount", autoAcceptBelowAmount)
        writer.endObject()
    }
}
