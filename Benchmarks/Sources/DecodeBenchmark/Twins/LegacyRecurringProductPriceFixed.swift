// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

import Foundation
import PolarEvents

extension Twins {
    /// `LegacyRecurringProductPriceFixed` as Foundation decodes it.
    struct LegacyRecurringProductPriceFixed: Codable {
        let createdAt: Date
        let modifiedAt: Date?
        let id: String
        let source: Polar.ProductPriceSource
        let priceCurrency: String
        let taxBehavior: Polar.TaxBehaviorOption?
        let isArchived: Bool
        let productID: String
        let type: String
        let recurringInterval: Polar.RecurringInterval
        let priceAmount: Int
        let legacy: Bool

        enum CodingKeys: String, CodingKey {
            case createdAt = "created_at"
            case modifiedAt = "modified_at"
            case id
            case source
            case priceCurrency = "price_currency"
            case taxBehavior = "tax_behavior"
            case isArchived = "is_archived"
            case productID = "product_id"
            case type
            case recurringInterval = "recurring_interval"
            case priceAmount = "price_amount"
            case legacy
        }
    }
}
