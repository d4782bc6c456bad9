// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `CheckoutDiscountFixedOnceForeverDuration`.
    public struct CheckoutDiscountFixedOnceForeverDuration: Equatable, Sendable {
        /// `duration`.
        public var duration: Polar.DiscountDuration

        /// `type`.
        public var type: Polar.DiscountType

        /// `amount`, in the smallest unit of ``currency``.
        public var amount: Int

        /// `currency`.
        public var currency: String

        /// `amounts`.
        public var amounts: JSONMap<Int>

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

extension Polar.CheckoutDiscountFixedOnceForeverDuration: JSONCodable {
    private static let fields: FieldNames = ["duration", "type", "amount", "currency", "amounts", "id", "name", "code"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var duration: Polar.DiscountDuration?
        var type: Polar.DiscountType?
        var amount: Int?
        var currency: String?
        var amounts: JSONMap<Int>?
        var id: String?
        var name: String?
        var code: String?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: duration = try Polar.DiscountDuration(from: &reader, json)
            case 1: type = try Polar.DiscountType(from: &reader, json)
            case 2: amount = try Int(from: &reader, json)
            case 3: currency = try String(from: &reader, json)
            case 4: amounts = try JSONMap<Int>(from: &reader, json)
            case 5: id = try String(from: &reader, json)
            case 6: name = try String(from: &reader, json)
            case 7: code = try String?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            duration: try cursor.require(duration, "duration"),
            type: try cursor.require(type, "type"),
            amount: try cursor.require(amount, "amount"),
            currency: try cursor.require(currency, "currency"),
            amounts: try cursor.require(amounts, "amounts"),
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
        writer.member("amount", amount)
        writer.member("currency", currency)
        writer.member("amounts", amounts)
        writer.member("id", id)
        writer.member("name", name)
        writer.member("code", code)
        writer.endObject()
    }
}
