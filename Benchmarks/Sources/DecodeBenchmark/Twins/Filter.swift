// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

import PolarEvents

extension Twins {
    /// `Filter` as Foundation decodes it.
    struct Filter: Codable {
        let conjunction: Polar.FilterConjunction
        let clauses: [FilterTerm]

        enum CodingKeys: String, CodingKey {
            case conjunction
            case clauses
        }
    }
}
