// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `BenefitDiscordProperties`.
    public struct BenefitDiscordProperties: Equatable, Sendable {
        /// `guild_id`.
        public var guildID: String

        /// `role_id`.
        public var roleID: String

        /// `kick_member`.
        public var kickMember: Bool

        /// `guild_token`. Not in payloads of 2026-11 and 2027-01.
        public var guildToken: String?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.BenefitDiscordProperties: JSONCodable {
    private static let fields: FieldNames = ["guild_id", "role_id", "kick_member", "guild_token"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var guildID: String?
        var roleID: String?
        var kickMember: Bool?
        var guildToken: String?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: guildID = try String(from: &reader, json)
            case 1: roleID = try String(from: &reader, json)
            case 2: kickMember = try Bool(from: &reader, json)
            case 3: guildToken = try String?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            guildID: try cursor.require(guildID, "guild_id"),
            roleID: try cursor.require(roleID, "role_id"),
            kickMember: try cursor.require(kickMember, "kick_member"),
            guildToken: guildToken,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("guild_id", guildID)
        writer.member("role_id", roleID)
        writer.member("kick_member", kickMember)
        writer.memberIfPresent("guild_token", guildToken)
        writer.endObject()
    }
}
