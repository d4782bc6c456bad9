// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `CheckoutDiscountPercentageOnceForeverDuration`.
    public struct CheckoutDiscountPercentageOnceForeverDuration: Equatable, Sendable {
        /// `duration`.
        public var duration: Polar.DiscountDuration

        /// `type`.
        public var type: Polar.DiscountType

        /// `basis_points`.
        public var basisPoints: Int

        /// `id`.
        public var id: String

        /// `name`.
        public var name: String

        /// `code`.
        public var code: String?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.CheckoutDiscountPercentageOnceForeverDuration: JSONCodable {
    private static let fields: FieldNames = ["duration", "type", "basis_points", "id", "name", "code"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var duration: Polar.DiscountDuration?
        var type: Polar.DiscountType?
        var basisPoints: Int?
        var id: String?
        var name: String?
        var code: String?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: duration = try Polar.DiscountDuration(from: &reader, json)
            case 1: type = try Polar.DiscountType(from: &reader, json)
            case 2: basisPoints = try Int(from: &reader, json)
            case 3: id = try String(from: &reader, json)
            case 4: name = try String(from: &reader, json)
            case 5: code = try String?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            duration: try cursor.require(duration, "duration"),
            type: try cursor.require(type, "type"),
            basisPoints: try cursor.require(basisPoints, "basis_points"),
            id: try cursor.require(id, "id"),
            name: try cursor.require(name, "name"),
            code: code,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("duration", duration)
        writer.member("type", type)
        writer.member("basis_points", basisPoints)
        writer.member("id", id)
        writer.member("name", name)
        writer.member("code", code)
        writer.endObject()
    }
}
