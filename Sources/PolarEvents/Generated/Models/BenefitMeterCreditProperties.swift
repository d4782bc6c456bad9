// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `BenefitMeterCreditProperties`.
    public struct BenefitMeterCreditProperties: Equatable, Sendable {
        /// `units`.
        public var units: Int

        /// `rollover`.
        public var rollover: Bool

        /// `meter_id`.
        public var meterID: String

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.BenefitMeterCreditProperties: JSONCodable {
    private static let fields: FieldNames = ["units", "rollover", "meter_id"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var units: Int?
        var rollover: Bool?
        var meterID: String?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: units = try Int(from: &reader, json)
            case 1: rollover = try Bool(from: &reader, json)
            case 2: meterID = try String(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            units: try cursor.require(units, "units"),
            rollover: try cursor.require(rollover, "rollover"),
            meterID: try cursor.require(meterID, "meter_id"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("units", units)
        writer.member("rollover", rollover)
        writer.member("meter_id", meterID)
        writer.endObject()
    }
}
