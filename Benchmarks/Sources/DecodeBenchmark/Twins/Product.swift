// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

import Foundation
import PolarEvents

extension Twins {
    /// `Product` as Foundation decodes it.
    struct Product: Codable {
        let id: String
        let createdAt: Date
        let modifiedAt: Date?
        let trialInterval: Polar.TrialInterval?
        let trialIntervalCount: Int?
        let name: String
        let description: String?
        let visibility: Polar.ProductVisibility
        let recurringInterval: Polar.RecurringInterval?
        let recurringIntervalCount: Int?
        let meterInterval: Polar.RecurringInterval?
        let meterIntervalCount: Int?
        let isRecurring: Bool
        let isArchived: Bool
        let organizationID: String
        let metadata: [String: AnyValue]
        let prices: [ProductPrice]
        let benefits: [Benefit]
        let medias: [ProductMediaFileRead]
        let attachedCustomFields: [AttachedCustomField]
        let isDeletable: Bool?

        enum CodingKeys: String, CodingKey {
            case id
            case createdAt = "created_at"
            case modifiedAt = "modified_at"
            case trialInterval = "trial_interval"
            case trialIntervalCount = "trial_interval_count"
            case name
            case description
            case visibility
            case recurringInterval = "recurring_interval"
            case recurringIntervalCount = "recurring_interval_count"
            case meterInterval = "meter_interval"
            case meterIntervalCount = "meter_interval_count"
            case isRecurring = "is_recurring"
            case isArchived = "is_archived"
            case organizationID = "organization_id"
            case metadata
            case prices
            case benefits
            case medias
            case attachedCustomFields = "attached_custom_fields"
            case isDeletable = "is_deletable"
        }
    }
}
