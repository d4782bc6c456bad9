// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

import PolarEvents

extension Twins {
    /// `BenefitLicenseKeyExpirationProperties` as Foundation decodes it.
    struct BenefitLicenseKeyExpirationProperties: Codable {
        let ttl: Int
        let timeframe: Polar.LicenseKeyTimeframe

        enum CodingKeys: String, CodingKey {
            case ttl
            case timeframe
        }
    }
}
