// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

import Foundation
import PolarEvents

extension Twins {
    /// `Meter` as Foundation decodes it.
    struct Meter: Codable {
        let metadata: [String: AnyValue]
        let createdAt: Date
        let modifiedAt: Date?
        let id: String
        let name: String
        let unit: Polar.MeterUnit
        let filter: Filter
        let aggregation: MeterAggregation
        let organizationID: String
        let archivedAt: Date?
        let customLabel: String?
        let customMultiplier: Int?

        enum CodingKeys: String, CodingKey {
            case metadata
            case createdAt = "created_at"
            case modifiedAt = "modified_at"
            case id
            case name
            case unit
            case filter
            case aggregation
            case organizationID = "organization_id"
            case archivedAt = "archived_at"
            case customLabel = "custom_label"
            case customMultiplier = "custom_multiplier"
        }
    }
}
