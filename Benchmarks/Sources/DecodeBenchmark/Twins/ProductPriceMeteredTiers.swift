// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

import Foundation
import PolarEvents

extension Twins {
    /// `ProductPriceMeteredTiers` as Foundation decodes it.
    struct ProductPriceMeteredTiers: Codable {
        let capAmount: Int?
        let createdAt: Date
        let id: String
        let isArchived: Bool
        let meter: ProductPriceMeter
        let meterID: String
        let modifiedAt: Date?
        let priceCurrency: String
        let productID: String
        let source: Polar.ProductPriceSource
        let taxBehavior: Polar.TaxBehaviorOption?
        let tiers: Tiers

        enum CodingKeys: String, CodingKey {
            case capAmount = "cap_amount"
            case createdAt = "created_at"
            case id
            case isArchived = "is_archived"
            case meter
            case meterID = "meter_id"
            case modifiedAt = "modified_at"
            case priceCurrency = "price_currency"
            case productID = "product_id"
            case source
            case taxBehavior = "tax_behavior"
            case tiers
        }
    }
}
