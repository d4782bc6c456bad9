// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `BenefitGrantDiscordProperties`.
    public struct BenefitGrantDiscordProperties: Equatable, Sendable {
        /// `account_id`.
        public var accountID: Nullable<String>?

        /// `granted_account_id`.
        public var grantedAccountID: String?

        /// `guild_id`.
        public var guildID: String?

        /// `role_id`.
        public var roleID: String?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.BenefitGrantDiscordProperties: JSONCodable {
    private static let fields: FieldNames = ["account_id", "granted_account_id", "guild_id", "role_id"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var accountID: Nullable<String>?
        var grantedAccountID: String?
        var guildID: String?
        var roleID: String?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: accountID = try Nullable<String>(from: &reader, json)
            case 1: grantedAccountID = try String?(from: &reader, json)
            case 2: guildID = try String?(from: &reader, json)
            case 3: roleID = try String?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            accountID: accountID,
            grantedAccountID: grantedAccountID,
            guildID: guildID,
            roleID: roleID,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.memberIfPresent("account_id", accountID)
        writer.memberIfPresent("granted_account_id", grantedAccountID)
        writer.memberIfPresent("guild_id", guildID)
        writer.memberIfPresent("role_id", roleID)
        writer.endObject()
    }
}
