// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Twins {
    /// `BenefitLicenseKeysProperties` as Foundation decodes it.
    struct BenefitLicenseKeysProperties: Codable {
        let prefix: String?
        let expires: BenefitLicenseKeyExpirationProperties?
        let activations: BenefitLicenseKeyActivationProperties?
        let limitUsage: Int?

        enum CodingKeys: String, CodingKey {
            case prefix
            case expires
            case activations
            case limitUsage = "limit_usage"
        }
    }
}
