// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Twins {
    /// `CustomFieldTextProperties` as Foundation decodes it.
    struct CustomFieldTextProperties: Codable {
        let formHelpText: String?
        let formLabel: String?
        let formPlaceholder: String?
        let maxLength: Int?
        let minLength: Int?
        let textarea: Bool?

        enum CodingKeys: String, CodingKey {
            case formHelpText = "form_help_text"
            case formLabel = "form_label"
            case formPlaceholder = "form_placeholder"
            case maxLength = "max_length"
            case minLength = "min_length"
            case textarea
        }
    }
}
