// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

import Foundation
import PolarEvents

extension Twins {
    /// `OrderProduct` as Foundation decodes it.
    struct OrderProduct: Codable {
        let metadata: [String: AnyValue]
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

        enum CodingKeys: String, CodingKey {
            case metadata
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
        }
    }
}
