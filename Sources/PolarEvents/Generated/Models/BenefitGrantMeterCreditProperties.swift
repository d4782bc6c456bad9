// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `BenefitGrantMeterCreditProperties`.
    public struct BenefitGrantMeterCreditProperties: Equatable, Sendable {
        /// `last_credited_at`.
        public var lastCreditedAt: String?

        /// `last_credited_meter_id`.
        public var lastCreditedMeterID: String?

        /// `last_credited_units`.
        public var lastCreditedUnits: Int?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.BenefitGrantMeterCreditProperties: JSONCodable {
    private static let fields: FieldNames = ["last_credited_at", "last_credited_meter_id", "last_credited_units"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var lastCreditedAt: String?
        var lastCreditedMeterID: String?
        var lastCreditedUnits: Int?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: lastCreditedAt = try String?(from: &reader, json)
            case 1: lastCreditedMeterID = try String?(from: &reader, json)
            case 2: lastCreditedUnits = try Int?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            lastCreditedAt: lastCreditedAt,
            lastCreditedMeterID: lastCreditedMeterID,
            lastCreditedUnits: lastCreditedUnits,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.memberIfPresent("last_credited_at", lastCreditedAt)
        writer.memberIfPresent("last_credited_meter_id", lastCreditedMeterID)
        writer.memberIfPresent("last_credited_units", lastCreditedUnits)
        writer.endObject()
    }
}
