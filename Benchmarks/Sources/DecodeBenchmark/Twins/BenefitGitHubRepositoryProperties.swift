// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

import PolarEvents

extension Twins {
    /// `BenefitGitHubRepositoryProperties` as Foundation decodes it.
    struct BenefitGitHubRepositoryProperties: Codable {
        let repositoryOwner: String
        let repositoryName: String
        let permission: Polar.GitHubRepositoryPermission

        enum CodingKeys: String, CodingKey {
            case repositoryOwner = "repository_owner"
            case repositoryName = "repository_name"
            case permission
        }
    }
}
