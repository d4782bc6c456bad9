// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `ProductPriceMeter`.
    public struct ProductPriceMeter: Equatable, Sendable {
        /// `id`.
        public var id: String

        /// `name`.
        public var name: String

        /// `unit`.
        public var unit: Polar.MeterUnit

        /// `custom_label`.
        public var customLabel: String?

        /// `custom_multiplier`.
        public var customMultiplier: Int?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.ProductPriceMeter: JSONCodable {
    private static let fields: FieldNames = ["id", "name", "unit", "custom_label", "custom_multiplier"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var id: String?
        var name: String?
        var unit: Polar.MeterUnit?
        var customLabel: String?
        var customMultiplier: Int?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: id = try String(from: &reader, json)
            case 1: name = try String(from: &reader, json)
            case 2: unit = try Polar.MeterUnit(from: &reader, json)
            case 3: customLabel = try String?(from: &reader, json)
            case 4: customMultiplier = try Int?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            id: try cursor.require(id, "id"),
            name: try cursor.require(name, "name"),
            unit: try cursor.require(unit, "unit"),
            customLabel: customLabel,
            customMultiplier: customMultiplier,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("id", id)
        writer.member("name", name)
        writer.member("unit", unit)
        writer.member("custom_label", customLabel)
        writer.member("custom_multiplier", customMultiplier)
        writer.endObject()
    }
}
