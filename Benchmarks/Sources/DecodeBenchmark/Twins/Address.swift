// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Twins {
    /// `Address` as Foundation decodes it.
    struct Address: Codable {
        let country: String
        let city: String?
        let line1: String?
        let line2: String?
        let postalCode: String?
        let state: String?

        enum CodingKeys: String, CodingKey {
            case country
            case city
            case line1
            case line2
            case postalCode = "postal_code"
            case state
        }
    }
}
