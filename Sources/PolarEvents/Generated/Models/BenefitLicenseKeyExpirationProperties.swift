// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `BenefitLicenseKeyExpirationProperties`.
    public struct BenefitLicenseKeyExpirationProperties: Equatable, Sendable {
        /// `ttl`.
        public var ttl: Int

        /// `timeframe`.
        public var timeframe: Polar.LicenseKeyTimeframe

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.BenefitLicenseKeyExpirationProperties: JSONCodable {
    private static let fields: FieldNames = ["ttl", "timeframe"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var ttl: Int?
        var timeframe: Polar.LicenseKeyTimeframe?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: ttl = try Int(from: &reader, json)
            case 1: timeframe = try Polar.LicenseKeyTimeframe(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            ttl: try cursor.require(ttl, "ttl"),
            timeframe: try cursor.require(timeframe, "timeframe"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("ttl", ttl)
        writer.member("timeframe", timeframe)
        writer.endObject()
    }
}
