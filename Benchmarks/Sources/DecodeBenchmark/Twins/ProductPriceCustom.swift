// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

import Foundation
import PolarEvents

extension Twins {
    /// `ProductPriceCustom` as Foundation decodes it.
    struct ProductPriceCustom: Codable {
        let createdAt: Date
        let modifiedAt: Date?
        let id: String
        let source: Polar.ProductPriceSource
        let priceCurrency: String
        let taxBehavior: Polar.TaxBehaviorOption?
        let isArchived: Bool
        let productID: String
        let minimumAmount: Int
        let maximumAmount: Int?
        let presetAmount: Int?

        enum CodingKeys: String, CodingKey {
            case createdAt = "created_at"
            case modifiedAt = "modified_at"
            case id
            case source
            case priceCurrency = "price_currency"
            case taxBehavior = "tax_behavior"
            case isArchived = "is_archived"
            case productID = "product_id"
            case minimumAmount = "minimum_amount"
            case maximumAmount = "maximum_amount"
            case presetAmount = "preset_amount"
        }
    }
}
