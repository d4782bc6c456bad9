// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `Tiers`.
    public struct Tiers: Equatable, Sendable {
        /// `tiers`.
        public var tiers: [Polar.Tier]

        /// `type`.
        public var type: Polar.TierType

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.Tiers: JSONCodable {
    private static let fields: FieldNames = ["tiers", "type"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var tiers: [Polar.Tier]?
        var type: Polar.TierType?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: tiers = try [Polar.Tier](from: &reader, json)
            case 1: type = try Polar.TierType(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            tiers: try cursor.require(tiers, "tiers"),
            type: try cursor.require(type, "type"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("tiers", tiers)
        writer.member("type", type)
        writer.endObject()
    }
}
