// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Twins {
    /// `CustomFieldSelectOption` as Foundation decodes it.
    struct CustomFieldSelectOption: Codable {
        let value: String
        let label: String

        enum CodingKeys: String, CodingKey {
            case value
            case label
        }
    }
}
