// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `Tier`.
    public struct Tier: Equatable, Sendable {
        /// `bound`.
        public var bound: Int?

        /// `unit_amount`.
        public var unitAmount: DecimalText

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.Tier: JSONCodable {
    private static let fields: FieldNames = ["bound", "unit_amount"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var bound: Int?
        var unitAmount: DecimalText?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: bound = try Int?(from: &reader, json)
            case 1: unitAmount = try DecimalText(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            bound: bound,
            unitAmount: try cursor.require(unitAmount, "unit_amount"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.memberIfPresent("bound", bound)
        writer.member("unit_amount", unitAmount)
        writer.endObject()
    }
}
