// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Twins {
    /// `UniqueAggregation` as Foundation decodes it.
    struct UniqueAggregation: Codable {
        let property: String

        enum CodingKeys: String, CodingKey {
            case property
        }
    }
}
