// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Twins {
    /// `CustomFieldSelectProperties` as Foundation decodes it.
    struct CustomFieldSelectProperties: Codable {
        let options: [CustomFieldSelectOption]
        let formHelpText: String?
        let formLabel: String?
        let formPlaceholder: String?

        enum CodingKeys: String, CodingKey {
            case options
            case formHelpText = "form_help_text"
            case formLabel = "form_label"
            case formPlaceholder = "form_placeholder"
        }
    }
}
