// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Twins {
    /// `ProductPriceSeatTier` as Foundation decodes it.
    struct ProductPriceSeatTier: Codable {
        let minSeats: Int
        let pricePerSeat: Int
        let maxSeats: Int?

        enum CodingKeys: String, CodingKey {
            case minSeats = "min_seats"
            case pricePerSeat = "price_per_seat"
            case maxSeats = "max_seats"
        }
    }
}
