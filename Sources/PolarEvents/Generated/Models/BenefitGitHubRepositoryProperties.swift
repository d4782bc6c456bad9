// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `BenefitGitHubRepositoryProperties`.
    public struct BenefitGitHubRepositoryProperties: Equatable, Sendable {
        /// `repository_owner`.
        public var repositoryOwner: String

        /// `repository_name`.
        public var repositoryName: String

        /// `permission`.
        public var permission: Polar.GitHubRepositoryPermission

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.BenefitGitHubRepositoryProperties: JSONCodable {
    private static let fields: FieldNames = ["repository_owner", "repository_name", "permission"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var repositoryOwner: String?
        var repositoryName: String?
        var permission: Polar.GitHubRepositoryPermission?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: repositoryOwner = try String(from: &reader, json)
            case 1: repositoryName = try String(from: &reader, json)
            case 2: permission = try Polar.GitHubRepositoryPermission(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            repositoryOwner: try cursor.require(repositoryOwner, "repository_owner"),
            repositoryName: try cursor.require(repositoryName, "repository_name"),
            permission: try cursor.require(permission, "permission"),
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("repository_owner", repositoryOwner)
        writer.member("repository_name", repositoryName)
        writer.member("permission", permission)
        writer.endObject()
    }
}
