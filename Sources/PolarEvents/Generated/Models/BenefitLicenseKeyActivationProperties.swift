// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `BenefitLicenseKeyActivationProperties`.
    public struct BenefitLicenseKeyActivationProperties: Equatable, Sendable {
        /// `limit`.
        public var limit: Int

        /// `enable_customer_admin`.
        public var enableCustomerAdmin: Bool

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.BenefitLicenseKeyActivationProperties: JSONCodable {
    private static let fields: FieldNames = ["limit", "enable_customer_admin"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var limit: Int?
        var enableCustomerAdmin: Bool?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: limit = try Int(from: &reader, json)
            case 1: enableCustomerAdmin = try Bool(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            limit: try cursor.require(limit, "limit"),
            enableCustomerAdmin: try cursor.require(enableCustomerAdmin, "enable_customer_admin"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("limit", limit)
        writer.member("enable_customer_admin", enableCustomerAdmin)
        writer.endObject()
    }
}
