// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

import Foundation
import PolarEvents

extension Twins {
    /// `ProductPriceMeteredUnit` as Foundation decodes it.
    struct ProductPriceMeteredUnit: Codable {
        let createdAt: Date
        let modifiedAt: Date?
        let id: String
        let source: Polar.ProductPriceSource
        let priceCurrency: String
        let taxBehavior: Polar.TaxBehaviorOption?
        let isArchived: Bool
        let productID: String
        let unitAmount: String
        let capAmount: Int?
        let meterID: String
        let meter: ProductPriceMeter

        enum CodingKeys: String, CodingKey {
            case createdAt = "created_at"
            case modifiedAt = "modified_at"
            case id
            case source
            case priceCurrency = "price_currency"
            case taxBehavior = "tax_behavior"
            case isArchived = "is_archived"
            case productID = "product_id"
            case unitAmount = "unit_amount"
            case capAmount = "cap_amount"
            case meterID = "meter_id"
            case meter
        }
    }
}
