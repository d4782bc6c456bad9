// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Twins {
    /// `BenefitFeatureFlagProperties` as Foundation decodes it.
    struct BenefitFeatureFlagProperties: Codable {}
}
