// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

import Foundation

extension Twins {
    /// `SubscriptionMeter` as Foundation decodes it.
    struct SubscriptionMeter: Codable {
        let createdAt: Date
        let modifiedAt: Date?
        let id: String
        let consumedUnits: Double
        let creditedUnits: Int
        let amount: Int
        let meterID: String
        let meter: Meter

        enum CodingKeys: String, CodingKey {
            case createdAt = "created_at"
            case modifiedAt = "modified_at"
            case id
            case consumedUnits = "consumed_units"
            case creditedUnits = "credited_units"
            case amount
            case meterID = "meter_id"
            case meter
        }
    }
}
