// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

import PolarEvents

extension Twins {
    /// `Tiers` as Foundation decodes it.
    struct Tiers: Codable {
        let tiers: [Tier]
        let type: Polar.TierType

        enum CodingKeys: String, CodingKey {
            case tiers
            case type
        }
    }
}
