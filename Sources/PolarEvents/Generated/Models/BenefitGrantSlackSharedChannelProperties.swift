// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `BenefitGrantSlackSharedChannelProperties`.
    public struct BenefitGrantSlackSharedChannelProperties: Equatable, Sendable {
        /// `channel_id`.
        public var channelID: String?

        /// `channel_name`.
        public var channelName: String?

        /// `connected_team_id`.
        public var connectedTeamID: String?

        /// `invite_id`.
        public var inviteID: String?

        /// `invite_url`.
        public var inviteURL: String?

        /// `invited_email`.
        public var invitedEmail: String?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.BenefitGrantSlackSharedChannelProperties: JSONCodable {
    private static let fields: FieldNames = ["channel_id", "channel_name", "connected_team_id", "invite_id", "invite_url", "invited_email"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var channelID: String?
        var channelName: String?
        var connectedTeamID: String?
        var inviteID: String?
        var inviteURL: String?
        var invitedEmail: String?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: channelID = try String?(from: &reader, json)
            case 1: channelName = try String?(from: &reader, json)
            case 2: connectedTeamID = try String?(from: &reader, json)
            case 3: inviteID = try String?(from: &reader, json)
            case 4: inviteURL = try String?(from: &reader, json)
            case 5: invitedEmail = try String?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            channelID: channelID,
            channelName: channelName,
            connectedTeamID: connectedTeamID,
            inviteID: inviteID,
            inviteURL: inviteURL,
            invitedEmail: invitedEmail,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.memberIfPresent("channel_id", channelID)
        writer.memberIfPresent("channel_name", channelName)
        writer.memberIfPresent("connected_team_id", connectedTeamID)
        writer.memberIfPresent("invite_id", inviteID)
        writer.memberIfPresent("invite_url", inviteURL)
        writer.memberIfPresent("invited_email", invitedEmail)
        writer.endObject()
    }
}
