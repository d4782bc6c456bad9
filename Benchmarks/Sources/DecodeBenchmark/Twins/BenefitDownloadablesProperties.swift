// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Twins {
    /// `BenefitDownloadablesProperties` as Foundation decodes it.
    struct BenefitDownloadablesProperties: Codable {
        let archived: [String: Bool]
        let files: [String]

        enum CodingKeys: String, CodingKey {
            case archived
            case files
        }
    }
}
