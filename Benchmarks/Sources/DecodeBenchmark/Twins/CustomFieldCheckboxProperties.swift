// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Twins {
    /// `CustomFieldCheckboxProperties` as Foundation decodes it.
    struct CustomFieldCheckboxProperties: Codable {
        let formHelpText: String?
        let formLabel: String?
        let formPlaceholder: String?

        enum CodingKeys: String, CodingKey {
            case formHelpText = "form_help_text"
            case formLabel = "form_label"
            case formPlaceholder = "form_placeholder"
        }
    }
}
