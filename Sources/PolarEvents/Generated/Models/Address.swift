// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `Address`.
    public struct Address: Equatable, Sendable {
        /// `country`.
        public var country: String

        /// `city`.
        public var city: String?

        /// `line1`.
        public var line1: String?

        /// `line2`.
        public var line2: String?

        /// `postal_code`.
        public var postalCode: String?

        /// `state`.
        public var state: String?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.Address: JSONCodable {
    private static let fields: FieldNames = ["country", "city", "line1", "line2", "postal_code", "state"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var country: String?
        var city: String?
        var line1: String?
        var line2: String?
        var postalCode: String?
        var state: String?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: country = try String(from: &reader, json)
            case 1: city = try String?(from: &reader, json)
            case 2: line1 = try String?(from: &reader, json)
            case 3: line2 = try String?(from: &reader, json)
            case 4: postalCode = try String?(from: &reader, json)
            case 5: state = try String?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            country: try cursor.require(country, "country"),
            city: city,
            line1: line1,
            line2: line2,
            postalCode: postalCode,
            state: state,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("country", country)
        writer.memberIfPresent("city", city)
        writer.memberIfPresent("line1", line1)
        writer.memberIfPresent("line2", line2)
        writer.memberIfPresent("postal_code", postalCode)
        writer.memberIfPresent("state", state)
        writer.endObject()
    }
}
