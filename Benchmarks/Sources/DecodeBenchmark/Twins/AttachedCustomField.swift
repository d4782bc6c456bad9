// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Twins {
    /// `AttachedCustomField` as Foundation decodes it.
    struct AttachedCustomField: Codable {
        let customFieldID: String
        let customField: CustomField
        let order: Int
        let required: Bool

        enum CodingKeys: String, CodingKey {
            case customFieldID = "custom_field_id"
            case customField = "custom_field"
            case order
            case required
        }
    }
}
