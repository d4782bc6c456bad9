// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Twins {
    /// `BenefitSlackSharedChannelProperties` as Foundation decodes it.
    struct BenefitSlackSharedChannelProperties: Codable {
        let slackIntegrationID: String
        let channelNameTemplate: String
        let archiveOnRevoke: Bool?
        let `private`: Bool?
        let teamInvitees: [String]?
        let welcomeMessage: String?

        enum CodingKeys: String, CodingKey {
            case slackIntegrationID = "slack_integration_id"
            case channelNameTemplate = "channel_name_template"
            case archiveOnRevoke = "archive_on_revoke"
            case `private`
            case teamInvitees = "team_invitees"
            case welcomeMessage = "welcome_message"
        }
    }
}
