// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `BenefitGrantGitHubRepositoryProperties`.
    public struct BenefitGrantGitHubRepositoryProperties: Equatable, Sendable {
        /// `account_id`.
        public var accountID: Nullable<String>?

        /// `granted_account_id`.
        public var grantedAccountID: String?

        /// `permission`.
        public var permission: Polar.GitHubRepositoryPermission?

        /// `repository_name`.
        public var repositoryName: String?

        /// `repository_owner`.
        public var repositoryOwner: String?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.BenefitGrantGitHubRepositoryProperties: JSONCodable {
    private static let fields: FieldNames = ["account_id", "granted_account_id", "permission", "repository_name", "repository_owner"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var accountID: Nullable<String>?
        var grantedAccountID: String?
        var permission: Polar.GitHubRepositoryPermission?
        var repositoryName: String?
        var repositoryOwner: String?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: accountID = try Nullable<String>(from: &reader, json)
            case 1: grantedAccountID = try String?(from: &reader, json)
            case 2: permission = try Polar.GitHubRepositoryPermission?(from: &reader, json)
            case 3: repositoryName = try String?(from: &reader, json)
            case 4: repositoryOwner = try String?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            accountID: accountID,
            grantedAccountID: grantedAccountID,
            permission: permission,
            repositoryName: repositoryName,
            repositoryOwner: repositoryOwner,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.memberIfPresent("account_id", accountID)
        writer.memberIfPresent("granted_account_id", grantedAccountID)
        writer.memberIfPresent("permission", permission)
        writer.memberIfPresent("repository_name", repositoryName)
        writer.memberIfPresent("repository_owner", repositoryOwner)
        writer.endObject()
    }
}
