// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Twins {
    /// `BenefitDiscordProperties` as Foundation decodes it.
    struct BenefitDiscordProperties: Codable {
        let guildID: String
        let roleID: String
        let kickMember: Bool
        let guildToken: String?

        enum CodingKeys: String, CodingKey {
            case guildID = "guild_id"
            case roleID = "role_id"
            case kickMember = "kick_member"
            case guildToken = "guild_token"
        }
    }
}
