/// A benefit as one customer has it.
struct BenefitGrantSample: Sendable {
    let id: String
    let benefit: BenefitSample
    let properties: JSONText
    var previousProperties: JSONText?
    var isGranted = true
    var grantedAt: String? = "2026-10-14T08:17:01.880000Z"
    var revokedAt: String?
    var modifiedAt: String?
    var error: JSONText?
    var customer = CustomerSample.individual
    var member = MemberSample(
        id: "9c8e7ffb-05ed-4cd7-92fe-df34ae7a8afb",
        customerID: SampleID.individual,
        name: "Zoë Übermut",
        email: "zoe@example.com",
        externalID: nil
    )
    var subscriptionID = SampleID.proSubscription

    var data: JSONText {
        """
        {
            "created_at": "2026-10-14T08:17:01.750000Z",
            "modified_at": \(modifiedAt),
            "id": \(id),
            "granted_at": \(grantedAt),
            "is_granted": \(isGranted),
            "revoked_at": \(revokedAt),
            "is_revoked": \(revokedAt != nil),
            "subscription_id": \(subscriptionID),
            "order_id": null,
            "customer_id": \(customer.id),
            "user_id": \(customer.id),
            "member_id": \(member.id),
            "benefit_id": \(benefit.id),
            "error": \(error),
            "customer": \(customer.data),
            "member": \(member.data),
            "benefit": \(benefit.data),
            "properties": \(properties),
            "previous_properties": \(previousProperties)
        }
        """
    }
}

extension BenefitGrantSample {
    static let events = [
        SampleRecipe(type: "benefit_grant.created") { licenseKeys.data },
        SampleRecipe(type: "benefit_grant.updated") { moved.data },
        SampleRecipe(type: "benefit_grant.cycled") { tokenCredit.data },
        SampleRecipe(type: "benefit_grant.revoked") { revokedDiscord.data },
    ]

    static let licenseKeys = BenefitGrantSample(
        id: SampleID.licenseKeysGrant,
        benefit: .licenseKeys,
        properties: """
            {
                "license_key_id": "37b32de9-0dbf-4c34-a08c-30bef07bb9d8",
                "display_key": "****-E304DA"
            }
            """
    )

    static let tokenCredit = BenefitGrantSample(
        id: SampleID.tokenCreditGrant,
        benefit: .tokenCredit,
        properties: """
            {
                "last_credited_meter_id": \(SampleID.tokenMeter),
                "last_credited_units": 5000000000,
                "last_credited_at": "2026-10-28T08:16:51.000000Z"
            }
            """,
        modifiedAt: "2026-10-28T08:16:51.004000Z"
    )

    static let discord = BenefitGrantSample(
        id: SampleID.discordGrant,
        benefit: .discord,
        properties: """
            {
                "account_id": "1180000000000000099",
                "guild_id": "1198000000000000042",
                "role_id": "1198000000000000777",
                "granted_account_id": "1180000000000000099"
            }
            """
    )

    static let revokedDiscord = BenefitGrantSample(
        id: discord.id,
        benefit: discord.benefit,
        properties: discord.properties,
        isGranted: false,
        grantedAt: nil,
        revokedAt: "2026-11-28T08:17:02.310000Z",
        modifiedAt: "2026-11-28T08:17:02.312000Z"
    )

    /// A repository that moved, so that the grant waits for the member to connect an account again.
    static let moved = BenefitGrantSample(
        id: "3384fdce-a253-4b8a-b81a-4205ffdfbd22",
        benefit: .gitHubRepository,
        properties: """
            {
                "account_id": null,
                "repository_owner": "musterwolke-example",
                "repository_name": "bausteine",
                "permission": "pull"
            }
            """,
        previousProperties: """
            {
                "account_id": "5550001",
                "repository_owner": "musterwolke-example",
                "repository_name": "bausteine-alt",
                "permission": "pull",
                "granted_account_id": "5550001"
            }
            """,
        isGranted: false,
        grantedAt: nil,
        modifiedAt: "2026-11-20T11:15:40.018200Z",
        error: """
            {
                "message": "The customer needs to connect their GitHub account",
                "type": "BenefitActionRequiredError",
                "timestamp": "2026-11-20T11:15:40.010000Z"
            }
            """,
        customer: .team,
        member: .seated,
        subscriptionID: SampleID.teamSubscription
    )
}
