/// Something a product gives to those who buy it.
struct BenefitSample: Sendable {
    let id: String
    let type: String
    let description: String
    let properties: JSONText
    var metadata: JSONText = "{}"
    var visibility = "public"
    /// Further members of the benefit where its organization sees it.
    var privateMembers: JSONText = ""
    /// Further members of the benefit where a buyer sees it.
    var publicMembers: JSONText = ""

    /// The benefit as its organization sees it.
    var data: JSONText {
        """
        {
            \(commonMembers),
            "visibility": \(visibility),
            "visibility_configurable": true,
            "metadata": \(metadata),
            "properties": \(properties)
            \(privateMembers)
        }
        """
    }

    /// The benefit as buyers see it.
    var publicData: JSONText { "{\(commonMembers) \(publicMembers)}" }

    private var commonMembers: JSONText {
        """
        "id": \(id),
        "created_at": "2026-05-04T11:30:00Z",
        "modified_at": "2026-08-19T16:20:05.300000Z",
        "type": \(type),
        "description": \(description),
        "selectable": true,
        "deletable": true,
        "is_deleted": false,
        "organization_id": \(SampleID.organization)
        """
    }
}

extension BenefitSample {
    static let licenseKeys = BenefitSample(
        id: SampleID.licenseKeys,
        type: "license_keys",
        description: "Lizenzschlüssel für drei Geräte",
        properties: """
            {
                "prefix": "WOLKE",
                "expires": {"ttl": 1, "timeframe": "year"},
                "activations": {"limit": 3, "enable_customer_admin": true},
                "limit_usage": null
            }
            """
    )

    static let tokenCredit = BenefitSample(
        id: SampleID.tokenCredit,
        type: "meter_credit",
        description: "5 Milliarden Token im Monat",
        properties: #"{"units": 5000000000, "rollover": false, "meter_id": \#(SampleID.tokenMeter)}"#,
        publicMembers: #", "properties": {"units": 5000000000, "meter_id": \#(SampleID.tokenMeter)}"#
    )

    static let discord = BenefitSample(
        id: SampleID.discord,
        type: "discord",
        description: "Zugang zum Discord-Café",
        properties: #"{"guild_id": "1198000000000000042", "role_id": "1198000000000000777", "kick_member": true}"#
    )

    static let downloadables = BenefitSample(
        id: "61fc3a9b-cf8f-4628-b307-8ad672a27bcc",
        type: "downloadables",
        description: "Icônes au format SVG",
        properties: """
            {
                "archived": {"fef860bb-d311-46ed-8465-6bf13ee5df71": true},
                "files": ["61bbfcc8-7c62-4e49-b97c-261bb58bd93e", "fef860bb-d311-46ed-8465-6bf13ee5df71"]
            }
            """
    )

    static let featureFlag = BenefitSample(
        id: "795f2f4b-a0ec-43c1-b095-75007644e531",
        type: "feature_flag",
        description: "Frühe Funktionen",
        properties: "{}",
        metadata: #"{"flag": "early-access", "rollout": 0.25}"#
    )

    static let gitHubRepository = BenefitSample(
        id: SampleID.gitHubRepository,
        type: "github_repository",
        description: "Accès au dépôt privé",
        properties: """
            {
                "repository_owner": "musterwolke-example",
                "repository_name": "bausteine",
                "permission": "pull",
                "repository_id": null
            }
            """,
        metadata: #"{"wave": 3, "beta": true}"#
    )

    static let slackChannel = BenefitSample(
        id: "d78e2cbc-b7dc-4469-94e3-2a9f869f683e",
        type: "slack_shared_channel",
        description: "Gemeinsamer Slack-Kanal",
        properties: """
            {
                "slack_integration_id": "66c4af86-33e6-490c-88a2-1eb2d4e2ff97",
                "channel_name_template": "musterwolke-{customer_name}",
                "team_invitees": ["U0EXAMPLE01", "U0EXAMPLE02"],
                "welcome_message": "Schön, dass ihr da seid!",
                "private": true,
                "archive_on_revoke": true
            }
            """,
        privateMembers: #", "is_tax_applicable": true"#
    )

    static let custom = BenefitSample(
        id: "0f38edf9-6417-4c4c-8cba-d3f9cad9d841",
        type: "custom",
        description: "Persönliche Einführung",
        properties: #"{"note": "Termin buchen:\nhttps://example.com/termin \"Einführung\""}"#,
        visibility: "private",
        privateMembers: #", "is_tax_applicable": true"#
    )

    static let events = [
        SampleRecipe(type: "benefit.created") { gitHubRepository.data },
        SampleRecipe(type: "benefit.updated") { custom.data },
    ]
}
