// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Twins {
    /// `CountAggregation` as Foundation decodes it.
    struct CountAggregation: Codable {}
}
