// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `BenefitLicenseKeysProperties`.
    public struct BenefitLicenseKeysProperties: Equatable, Sendable {
        /// `prefix`.
        public var prefix: String?

        /// `expires`.
        public var expires: Polar.BenefitLicenseKeyExpirationProperties?

        /// `activations`.
        public var activations: Polar.BenefitLicenseKeyActivationProperties?

        /// `limit_usage`.
        public var limitUsage: Int?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.BenefitLicenseKeysProperties: JSONCodable {
    private static let fields: FieldNames = ["prefix", "expires", "activations", "limit_usage"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var prefix: String?
        var expires: Polar.BenefitLicenseKeyExpirationProperties?
        var activations: Polar.BenefitLicenseKeyActivationProperties?
        var limitUsage: Int?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: prefix = try String?(from: &reader, json)
            case 1: expires = try Polar.BenefitLicenseKeyExpirationProperties?(from: &reader, json)
            case 2: activations = try Polar.BenefitLicenseKeyActivationProperties?(from: &reader, json)
            case 3: limitUsage = try Int?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            prefix: prefix,
            expires: expires,
            activations: activations,
            limitUsage: limitUsage,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("prefix", prefix)
        writer.member("expires", expires)
        writer.member("activations", activations)
        writer.member("limit_usage", limitUsage)
        writer.endObject()
    }
}
