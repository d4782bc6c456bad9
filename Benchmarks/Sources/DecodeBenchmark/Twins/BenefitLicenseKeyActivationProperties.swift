// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Twins {
    /// `BenefitLicenseKeyActivationProperties` as Foundation decodes it.
    struct BenefitLicenseKeyActivationProperties: Codable {
        let limit: Int
        let enableCustomerAdmin: Bool

        enum CodingKeys: String, CodingKey {
            case limit
            case enableCustomerAdmin = "enable_customer_admin"
        }
    }
}
