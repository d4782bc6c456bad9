// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Twins {
    /// `CustomFieldDateProperties` as Foundation decodes it.
    struct CustomFieldDateProperties: Codable {
        let formHelpText: String?
        let formLabel: String?
        let formPlaceholder: String?
        let ge: Int?
        let le: Int?

        enum CodingKeys: String, CodingKey {
            case formHelpText = "form_help_text"
            case formLabel = "form_label"
            case formPlaceholder = "form_placeholder"
            case ge
            case le
        }
    }
}
