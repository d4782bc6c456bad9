// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

import Foundation
import PolarEvents

extension Twins {
    /// `ProductPriceSeatBased` as Foundation decodes it.
    struct ProductPriceSeatBased: Codable {
        let createdAt: Date
        let modifiedAt: Date?
        let id: String
        let source: Polar.ProductPriceSource
        let priceCurrency: String
        let taxBehavior: Polar.TaxBehaviorOption?
        let isArchived: Bool
        let productID: String
        let seatTiers: ProductPriceSeatTiers?
        let maximumUnits: Int?
        let minimumUnits: Int?
        let tiers: Tiers?

        enum CodingKeys: String, CodingKey {
            case createdAt = "created_at"
            case modifiedAt = "modified_at"
            case id
            case source
            case priceCurrency = "price_currency"
            case taxBehavior = "tax_behavior"
            case isArchived = "is_archived"
            case productID = "product_id"
            case seatTiers = "seat_tiers"
            case maximumUnits = "maximum_units"
            case minimumUnits = "minimum_units"
            case tiers
        }
    }
}
