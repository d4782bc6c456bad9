// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

import Foundation

extension Twins {
    /// `CustomFieldNumber` as Foundation decodes it.
    struct CustomFieldNumber: Codable {
        let createdAt: Date
        let modifiedAt: Date?
        let id: String
        let metadata: [String: AnyValue]
        let slug: String
        let name: String
        let organizationID: String
        let properties: CustomFieldNumberProperties

        enum CodingKeys: String, CodingKey {
            case createdAt = "created_at"
            case modifiedAt = "modified_at"
            case id
            case metadata
            case slug
            case name
            case organizationID = "organization_id"
            case properties
        }
    }
}
