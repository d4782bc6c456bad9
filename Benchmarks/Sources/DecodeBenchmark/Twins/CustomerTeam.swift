// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

import Foundation

extension Twins {
    /// `CustomerTeam` as Foundation decodes it.
    struct CustomerTeam: Codable {
        let id: String
        let createdAt: Date
        let modifiedAt: Date?
        let metadata: [String: AnyValue]
        let emailVerified: Bool
        let name: String?
        let billingName: String?
        let billingAddress: Address?
        let taxID: TaxID?
        let organizationID: String
        let deletedAt: Date?
        let firstUserEventAt: Date?
        let avatarURL: String?
        let defaultPaymentMethodID: String?
        let email: String?
        let externalID: String?
        let locale: String?

        enum CodingKeys: String, CodingKey {
            case id
            case createdAt = "created_at"
            case modifiedAt = "modified_at"
            case metadata
            case emailVerified = "email_verified"
            case name
            case billingName = "billing_name"
            case billingAddress = "billing_address"
            case taxID = "tax_id"
            case organizationID = "organization_id"
            case deletedAt = "deleted_at"
            case firstUserEventAt = "first_user_event_at"
            case avatarURL = "avatar_url"
            case defaultPaymentMethodID = "default_payment_method_id"
            case email
            case externalID = "external_id"
            case locale
        }
    }
}
