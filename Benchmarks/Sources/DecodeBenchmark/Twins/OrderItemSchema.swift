// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

import Foundation

extension Twins {
    /// `OrderItemSchema` as Foundation decodes it.
    struct OrderItemSchema: Codable {
        let createdAt: Date
        let modifiedAt: Date?
        let id: String
        let label: String
        let amount: Int
        let taxAmount: Int
        let proration: Bool
        let productPriceID: String?
        let endTimestamp: Date?
        let startTimestamp: Date?

        enum CodingKeys: String, CodingKey {
            case createdAt = "created_at"
            case modifiedAt = "modified_at"
            case id
            case label
            case amount
            case taxAmount = "tax_amount"
            case proration
            case productPriceID = "product_price_id"
            case endTimestamp = "end_timestamp"
            case startTimestamp = "start_timestamp"
        }
    }
}
