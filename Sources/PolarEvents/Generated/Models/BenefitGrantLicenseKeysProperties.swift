// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `BenefitGrantLicenseKeysProperties`.
    public struct BenefitGrantLicenseKeysProperties: Equatable, Sendable {
        /// `display_key`.
        public var displayKey: String?

        /// `license_key_id`.
        public var licenseKeyID: String?

        /// `user_provided_key`.
        public var userProvidedKey: String?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.BenefitGrantLicenseKeysProperties: JSONCodable {
    private static let fields: FieldNames = ["display_key", "license_key_id", "user_provided_key"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var displayKey: String?
        var licenseKeyID: String?
        var userProvidedKey: String?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: displayKey = try String?(from: &reader, json)
            case 1: licenseKeyID = try String?(from: &reader, json)
            case 2: userProvidedKey = try String?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            displayKey: displayKey,
            licenseKeyID: licenseKeyID,
            userProvidedKey: userProvidedKey,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.memberIfPresent("display_key", displayKey)
        writer.memberIfPresent("license_key_id", licenseKeyID)
        writer.memberIfPresent("user_provided_key", userProvidedKey)
        writer.endObject()
    }
}
