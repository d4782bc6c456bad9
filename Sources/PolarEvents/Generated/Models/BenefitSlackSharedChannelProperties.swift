// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `BenefitSlackSharedChannelProperties`.
    public struct BenefitSlackSharedChannelProperties: Equatable, Sendable {
        /// `slack_integration_id`.
        public var slackIntegrationID: String

        /// `channel_name_template`.
        public var channelNameTemplate: String

        /// `archive_on_revoke`.
        public var archiveOnRevoke: Bool?

        /// `private`.
        public var `private`: Bool?

        /// `team_invitees`.
        public var teamInvitees: [String]?

        /// `welcome_message`.
        public var welcomeMessage: String?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.BenefitSlackSharedChannelProperties: JSONCodable {
    private static let fields: FieldNames = ["slack_integration_id", "channel_name_template", "archive_on_revoke", "private", "team_invitees", "welcome_message"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var slackIntegrationID: String?
        var channelNameTemplate: String?
        var archiveOnRevoke: Bool?
        var `private`: Bool?
        var teamInvitees: [String]?
        var welcomeMessage: String?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: slackIntegrationID = try String(from: &reader, json)
            case 1: channelNameTemplate = try String(from: &reader, json)
            case 2: archiveOnRevoke = try Bool?(from: &reader, json)
            case 3: `private` = try Bool?(from: &reader, json)
            case 4: teamInvitees = try [String]?(from: &reader, json)
            case 5: welcomeMessage = try String?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            slackIntegrationID: try cursor.require(slackIntegrationID, "slack_integration_id"),
            channelNameTemplate: try cursor.require(channelNameTemplate, "channel_name_template"),
            archiveOnRevoke: archiveOnRevoke,
            private: `private`,
            teamInvitees: teamInvitees,
            welcomeMessage: welcomeMessage,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("slack_integration_id", slackIntegrationID)
        writer.member("channel_name_template", channelNameTemplate)
        writer.memberIfPresent("archive_on_revoke", archiveOnRevoke)
        writer.memberIfPresent("private", `private`)
        writer.memberIfPresent("team_invitees", teamInvitees)
        writer.memberIfPresent("welcome_message", welcomeMessage)
        writer.endObject()
    }
}
