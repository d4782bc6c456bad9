// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

import Foundation
import PolarEvents

extension Twins {
    /// `DiscountFixedOnceForeverDurationBase` as Foundation decodes it.
    struct DiscountFixedOnceForeverDurationBase: Codable {
        let duration: Polar.DiscountDuration
        let type: Polar.DiscountType
        let amount: Int
        let currency: String
        let amounts: [String: Int]
        let createdAt: Date
        let modifiedAt: Date?
        let id: String
        let metadata: [String: AnyValue]
        let name: String
        let code: String?
        let startsAt: Date?
        let endsAt: Date?
        let maxRedemptions: Int?
        let maxRedemptionsPerCustomer: Int?
        let redemptionsCount: Int
        let organizationID: String

        enum CodingKeys: String, CodingKey {
            case duration
            case type
            case amount
            case currency
            case amounts
            case createdAt = "created_at"
            case modifiedAt = "modified_at"
            case id
            case metadata
            case name
            case code
            case startsAt = "starts_at"
            case endsAt = "ends_at"
            case maxRedemptions = "max_redemptions"
            case maxRedemptionsPerCustomer = "max_redemptions_per_customer"
            case redemptionsCount = "redemptions_count"
            case organizationID = "organization_id"
        }
    }
}
