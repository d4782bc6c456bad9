// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

import PolarEvents

extension Twins {
    /// `ProductPriceMeter` as Foundation decodes it.
    struct ProductPriceMeter: Codable {
        let id: String
        let name: String
        let unit: Polar.MeterUnit
        let customLabel: String?
        let customMultiplier: Int?

        enum CodingKeys: String, CodingKey {
            case id
            case name
            case unit
            case customLabel = "custom_label"
            case customMultiplier = "custom_multiplier"
        }
    }
}
