// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

import PolarEvents

extension Twins {
    /// `FilterClause` as Foundation decodes it.
    struct FilterClause: Codable {
        let property: String
        let `operator`: Polar.FilterOperator
        let value: AnyValue

        enum CodingKeys: String, CodingKey {
            case property
            case `operator`
            case value
        }
    }
}
