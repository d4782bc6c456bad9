// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

import Foundation
import PolarEvents

extension Twins {
    /// `ProductPriceUnitBased` as Foundation decodes it.
    struct ProductPriceUnitBased: Codable {
        let createdAt: Date
        let id: String
        let isArchived: Bool
        let maximumUnits: Int?
        let minimumUnits: Int?
        let modifiedAt: Date?
        let priceCurrency: String
        let productID: String
        let source: Polar.ProductPriceSource
        let taxBehavior: Polar.TaxBehaviorOption?
        let tiers: Tiers
        let unitLabel: [String: [String: String]]?

        enum CodingKeys: String, CodingKey {
            case createdAt = "created_at"
            case id
            case isArchived = "is_archived"
            case maximumUnits = "maximum_units"
            case minimumUnits = "minimum_units"
            case modifiedAt = "modified_at"
            case priceCurrency = "price_currency"
            case productID = "product_id"
            case source
            case taxBehavior = "tax_behavior"
            case tiers
            case unitLabel = "unit_label"
        }
    }
}
