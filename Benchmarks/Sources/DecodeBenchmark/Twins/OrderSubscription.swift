// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

import Foundation
import PolarEvents

extension Twins {
    /// `OrderSubscription` as Foundation decodes it.
    struct OrderSubscription: Codable {
        let metadata: [String: AnyValue]
        let createdAt: Date
        let modifiedAt: Date?
        let id: String
        let amount: Int
        let currency: String
        let recurringInterval: Polar.RecurringInterval
        let recurringIntervalCount: Int
        let status: Polar.SubscriptionStatus
        let currentPeriodStart: Date
        let currentPeriodEnd: Date
        let currentMeterPeriodStart: Date?
        let currentMeterPeriodEnd: Date?
        let trialStart: Date?
        let trialEnd: Date?
        let cancelAtPeriodEnd: Bool
        let canceledAt: Date?
        let startedAt: Date?
        let endsAt: Date?
        let endedAt: Date?
        let pauseAtPeriodEnd: Bool
        let pausedAt: Date?
        let resumesAt: Date?
        let customerID: String
        let productID: String
        let discountID: String?
        let checkoutID: String?
        let customerCancellationReason: Polar.CustomerCancellationReason?
        let customerCancellationComment: String?
        let pastDueAt: Date?
        let seats: Int?
        let units: Int?

        enum CodingKeys: String, CodingKey {
            case metadata
            case createdAt = "created_at"
            case modifiedAt = "modified_at"
            case id
            case amount
            case currency
            case recurringInterval = "recurring_interval"
            case recurringIntervalCount = "recurring_interval_count"
            case status
            case currentPeriodStart = "current_period_start"
            case currentPeriodEnd = "current_period_end"
            case currentMeterPeriodStart = "current_meter_period_start"
            case currentMeterPeriodEnd = "current_meter_period_end"
            case trialStart = "trial_start"
            case trialEnd = "trial_end"
            case cancelAtPeriodEnd = "cancel_at_period_end"
            case canceledAt = "canceled_at"
            case startedAt = "started_at"
            case endsAt = "ends_at"
            case endedAt = "ended_at"
            case pauseAtPeriodEnd = "pause_at_period_end"
            case pausedAt = "paused_at"
            case resumesAt = "resumes_at"
            case customerID = "customer_id"
            case productID = "product_id"
            case discountID = "discount_id"
            case checkoutID = "checkout_id"
            case customerCancellationReason = "customer_cancellation_reason"
            case customerCancellationComment = "customer_cancellation_comment"
            case pastDueAt = "past_due_at"
            case seats
            case units
        }
    }
}
