// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

import Foundation
import PolarEvents

extension Twins {
    /// `BenefitMeterCredit` as Foundation decodes it.
    struct BenefitMeterCredit: Codable {
        let id: String
        let createdAt: Date
        let modifiedAt: Date?
        let description: String
        let selectable: Bool
        let deletable: Bool
        let isDeleted: Bool
        let organizationID: String
        let metadata: [String: AnyValue]
        let visibility: Polar.BenefitVisibility
        let properties: BenefitMeterCreditProperties
        let visibilityConfigurable: Bool

        enum CodingKeys: String, CodingKey {
            case id
            case createdAt = "created_at"
            case modifiedAt = "modified_at"
            case description
            case selectable
            case deletable
            case isDeleted = "is_deleted"
            case organizationID = "organization_id"
            case metadata
            case visibility
            case properties
            case visibilityConfigurable = "visibility_configurable"
        }
    }
}
