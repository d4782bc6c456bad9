// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Twins {
    /// `BenefitMeterCreditProperties` as Foundation decodes it.
    struct BenefitMeterCreditProperties: Codable {
        let units: Int
        let rollover: Bool
        let meterID: String

        enum CodingKeys: String, CodingKey {
            case units
            case rollover
            case meterID = "meter_id"
        }
    }
}
