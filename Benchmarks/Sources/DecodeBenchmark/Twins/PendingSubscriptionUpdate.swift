// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

import Foundation

extension Twins {
    /// `PendingSubscriptionUpdate` as Foundation decodes it.
    struct PendingSubscriptionUpdate: Codable {
        let createdAt: Date
        let modifiedAt: Date?
        let id: String
        let appliesAt: Date
        let productID: String?
        let seats: Int?
        let units: Int?

        enum CodingKeys: String, CodingKey {
            case createdAt = "created_at"
            case modifiedAt = "modified_at"
            case id
            case appliesAt = "applies_at"
            case productID = "product_id"
            case seats
            case units
        }
    }
}
