// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

import PolarEvents

extension Twins {
    /// `PropertyAggregation` as Foundation decodes it.
    struct PropertyAggregation: Codable {
        let `func`: Polar.PropertyAggregationFunc
        let property: String

        enum CodingKeys: String, CodingKey {
            case `func`
            case property
        }
    }
}
