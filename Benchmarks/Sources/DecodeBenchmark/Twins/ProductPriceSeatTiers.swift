// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

import PolarEvents

extension Twins {
    /// `ProductPriceSeatTiers` as Foundation decodes it.
    struct ProductPriceSeatTiers: Codable {
        let tiers: [ProductPriceSeatTier]
        let minimumSeats: Int
        let maximumSeats: Int?
        let seatTierType: Polar.SeatTierType?

        enum CodingKeys: String, CodingKey {
            case tiers
            case minimumSeats = "minimum_seats"
            case maximumSeats = "maximum_seats"
            case seatTierType = "seat_tier_type"
        }
    }
}
