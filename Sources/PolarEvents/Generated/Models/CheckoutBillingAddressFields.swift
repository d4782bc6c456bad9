// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `CheckoutBillingAddressFields`.
    public struct CheckoutBillingAddressFields: Equatable, Sendable {
        /// `country`.
        public var country: Polar.BillingAddressFieldMode

        /// `state`.
        public var state: Polar.BillingAddressFieldMode

        /// `city`.
        public var city: Polar.BillingAddressFieldMode

        /// `postal_code`.
        public var postalCode: Polar.BillingAddressFieldMode

        /// `line1`.
        public var line1: Polar.BillingAddressFieldMode

        /// `line2`.
        public var line2: Polar.BillingAddressFieldMode

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.CheckoutBillingAddressFields: JSONCodable {
    private static let fields: FieldNames = ["country", "state", "city", "postal_code", "line1", "line2"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var country: Polar.BillingAddressFieldMode?
        var state: Polar.BillingAddressFieldMode?
        var city: Polar.BillingAddressFieldMode?
        var postalCode: Polar.BillingAddressFieldMode?
        var line1: Polar.BillingAddressFieldMode?
        var line2: Polar.BillingAddressFieldMode?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: country = try Polar.BillingAddressFieldMode(from: &reader, json)
            case 1: state = try Polar.BillingAddressFieldMode(from: &reader, json)
            case 2: city = try Polar.BillingAddressFieldMode(from: &reader, json)
            case 3: postalCode = try Polar.BillingAddressFieldMode(from: &reader, json)
            case 4: line1 = try Polar.BillingAddressFieldMode(from: &reader, json)
            case 5: line2 = try Polar.BillingAddressFieldMode(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            country: try cursor.require(country, "country"),
            state: try cursor.require(state, "state"),
            city: try cursor.require(city, "city"),
            postalCode: try cursor.require(postalCode, "postal_code"),
            line1: try cursor.require(line1, "line1"),
            line2: try cursor.require(line2, "line2"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("country", country)
        writer.member("state", state)
        writer.member("city", city)
        writer.member("postal_code", postalCode)
        writer.member("line1", line1)
        writer.member("line2", line2)
        writer.endObject()
    }
}
