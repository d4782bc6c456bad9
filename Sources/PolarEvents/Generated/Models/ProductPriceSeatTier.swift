// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `ProductPriceSeatTier`.
    public struct ProductPriceSeatTier: Equatable, Sendable {
        /// `min_seats`.
        public var minSeats: Int

        /// `price_per_seat`.
        public var pricePerSeat: Int

        /// `max_seats`.
        public var maxSeats: Int?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.ProductPriceSeatTier: JSONCodable {
    private static let fields: FieldNames = ["min_seats", "price_per_seat", "max_seats"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var minSeats: Int?
        var pricePerSeat: Int?
        var maxSeats: Int?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: minSeats = try Int(from: &reader, json)
            case 1: pricePerSeat = try Int(from: &reader, json)
            case 2: maxSeats = try Int?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            minSeats: try cursor.require(minSeats, "min_seats"),
            pricePerSeat: try cursor.require(pricePerSeat, "price_per_seat"),
            maxSeats: maxSeats,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("min_seats", minSeats)
        writer.member("price_per_seat", pricePerSeat)
        writer.memberIfPresent("max_seats", maxSeats)
        writer.endObject()
    }
}
