// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `ProductPriceSeatTiers`.
    public struct ProductPriceSeatTiers: Equatable, Sendable {
        /// `tiers`.
        public var tiers: [Polar.ProductPriceSeatTier]

        /// `minimum_seats`.
        public var minimumSeats: Int

        /// `maximum_seats`.
        public var maximumSeats: Int?

        /// `seat_tier_type`.
        public var seatTierType: Polar.SeatTierType?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.ProductPriceSeatTiers: JSONCodable {
    private static let fields: FieldNames = ["tiers", "minimum_seats", "maximum_seats", "seat_tier_type"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var tiers: [Polar.ProductPriceSeatTier]?
        var minimumSeats: Int?
        var maximumSeats: Int?
        var seatTierType: Polar.SeatTierType?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: tiers = try [Polar.ProductPriceSeatTier](from: &reader, json)
            case 1: minimumSeats = try Int(from: &reader, json)
            case 2: maximumSeats = try Int?(from: &reader, json)
            case 3: seatTierType = try Polar.SeatTierType?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            tiers: try cursor.require(tiers, "tiers"),
            minimumSeats: try cursor.require(minimumSeats, "minimum_seats"),
            maximumSeats: maximumSeats,
            seatTierType: seatTierType,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("tiers", tiers)
        writer.member("minimum_seats", minimumSeats)
        writer.member("maximum_seats", maximumSeats)
        writer.memberIfPresent("seat_tier_type", seatTierType)
        writer.endObject()
    }
}
