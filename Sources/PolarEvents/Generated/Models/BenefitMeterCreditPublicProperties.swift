// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `BenefitMeterCreditPublicProperties`.
    public struct BenefitMeterCreditPublicProperties: Equatable, Sendable {
        /// `meter_id`.
        public var meterID: String

        /// `units`.
        public var units: Int

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.BenefitMeterCreditPublicProperties: JSONCodable {
    private static let fields: FieldNames = ["meter_id", "units"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var meterID: String?
        var units: Int?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: meterID = try String(from: &reader, json)
            case 1: units = try Int(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            meterID: try cursor.require(meterID, "meter_id"),
            units: try cursor.require(units, "units"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("meter_id", meterID)
        writer.member("units", units)
        writer.endObject()
    }
}
