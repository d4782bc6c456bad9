// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `OrganizationSocialLink`.
    public struct OrganizationSocialLink: Equatable, Sendable {
        /// `platform`.
        public var platform: Polar.OrganizationSocialPlatforms

        /// `url`.
        public var url: String

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.OrganizationSocialLink: JSONCodable {
    private static let fields: FieldNames = ["platform", "url"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var platform: Polar.OrganizationSocialPlatforms?
        var url: String?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: platform = try Polar.OrganizationSocialPlatforms(from: &reader, json)
            case 1: url = try String(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            platform: try cursor.require(platform, "platform"),
            url: try cursor.require(url, "url"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("platform", platform)
        writer.member("url", url)
        writer.endObject()
    }
}
