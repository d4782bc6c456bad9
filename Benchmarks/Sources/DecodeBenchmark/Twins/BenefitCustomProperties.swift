// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Twins {
    /// `BenefitCustomProperties` as Foundation decodes it.
    struct BenefitCustomProperties: Codable {
        let note: String?

        enum CodingKeys: String, CodingKey {
            case note
        }
    }
}
