// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Twins {
    /// `Tier` as Foundation decodes it.
    struct Tier: Codable {
        let bound: Int?
        let unitAmount: String

        enum CodingKeys: String, CodingKey {
            case bound
            case unitAmount = "unit_amount"
        }
    }
}
